import type { ResourceKind } from '#shared/resources/resource.ts';
import type { Citation } from './recommendation.ts';

/**
 * Everything the checker can find. `penalty` is what it adds to the checker's adjustment (see
 * consensus.ts for what that does to agreement); `violates` marks a breach of the tenant's policy,
 * `invalid` a draft that must not be applied at all.
 */
export const FINDING_CODES = {
  schema_violation: { penalty: -0.5, violates: false, invalid: true },
  missing_site: { penalty: -0.5, violates: false, invalid: true },
  several_sites: { penalty: -0.5, violates: false, invalid: true },
  missing_security_policy: { penalty: -0.5, violates: true, invalid: true },
  missing_shifts: { penalty: -0.3, violates: false, invalid: false },
  missing_staff_roles: { penalty: -0.3, violates: false, invalid: false },
  foreign_site_code: { penalty: -0.5, violates: false, invalid: true },
  code_prefix_mismatch: { penalty: -0.15, violates: false, invalid: false },
  duplicate_resource: { penalty: -0.3, violates: false, invalid: false },
  hours_not_covered: { penalty: -0.3, violates: false, invalid: false },
  shift_outside_hours: { penalty: -0.15, violates: false, invalid: false },
  people_exceed_users: { penalty: -0.15, violates: false, invalid: false },
  night_flag_wrong: { penalty: -0.15, violates: false, invalid: false },
  gps_missing: { penalty: -0.3, violates: true, invalid: false },
  inactivity_alarm_missing: { penalty: -0.3, violates: true, invalid: false },
  distance_too_wide: { penalty: -0.3, violates: true, invalid: false },
  level_mismatch: { penalty: -0.3, violates: true, invalid: false },
  differs_from_answers: { penalty: -0.3, violates: false, invalid: false },
  contradicts_documents: { penalty: -0.3, violates: true, invalid: false },
  basic_security_for_many: { penalty: -0.2, violates: false, invalid: false },
} as const satisfies Record<string, { penalty: number; violates: boolean; invalid: boolean }>;

export type FindingCode = keyof typeof FINDING_CODES;

/** One thing that is wrong with a draft. `pointer` is a JSON pointer into the list of drafts. */
export interface Finding {
  readonly code: FindingCode;
  readonly entityType: ResourceKind;
  readonly pointer: string;
  readonly detail: string;
  /** The words of a document that it is about. */
  readonly citation?: Citation;
}
