import type { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Stored } from './item.ts';
import type { Write } from './write.ts';

/** A fact for the bus: the name and data of an event contract. */
export interface DomainEvent {
  /** Detail type with version: `changeset.applied.v1`. */
  readonly name: string;
  readonly data: Readonly<Record<string, Stored | undefined>>;
}

/** What the audit trail says of a change. */
export interface AuditFact {
  /** Verb of the domain: `changeset.applied`. */
  readonly action: string;
  readonly target: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * What a use case wants to happen, and the answer that is true once it has. Nothing is written by the
 * use case itself: `commit` writes all of it in one transaction, or nothing.
 */
export interface Decision<Response> {
  /** Whose items are written, where they are not those of the caller's tenant: operators set tenants up. */
  readonly inTenant?: Tenant;
  readonly writes: readonly Write[];
  readonly events: readonly DomainEvent[];
  readonly audit: readonly AuditFact[];
  readonly response: Response;
  /** Thrown once everything is written: the caller is refused, and the reason is on record. */
  readonly refusal?: AppError;
  /** Second thoughts when a condition failed: a new decision from fresh reads, or an error. */
  readonly reconsider?: (refusal: AppError) => Promise<Decision<Response>>;
}

/** A decision that changes nothing. */
export const justAnswer = <Response>(response: Response): Decision<Response> => ({
  writes: [],
  events: [],
  audit: [],
  response,
});

export const changesNothing = ({ writes, events, audit }: Decision<unknown>): boolean =>
  writes.length + events.length + audit.length === 0;

/** The same decision with another answer, second thoughts included. */
export function mapResponse<From, To>(
  decision: Decision<From>,
  map: (response: From) => To,
): Decision<To> {
  const { reconsider, ...rest } = decision;
  return {
    ...rest,
    response: map(decision.response),
    ...(reconsider && {
      reconsider: async (refusal: AppError) => mapResponse(await reconsider(refusal), map),
    }),
  };
}
