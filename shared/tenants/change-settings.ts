import type { Caller } from '#shared/http/caller.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import { contradictionsIn } from './approval-policy.ts';
import {
  changedSettings,
  type Settings,
  type SettingsChange,
  type VersionedSettings,
} from './settings.ts';
import { putSettings, type SettingsStore } from './settings-store.ts';

interface SettingsDeps {
  readonly policies: Pick<SettingsStore, 'fresh'>;
}

/**
 * Replaces the parts given, as a new version; the policy has a new one only where it becomes another.
 * What changes nothing is not written. @throws ValidationError for bounds that contradict
 */
export async function changeSettings(
  deps: SettingsDeps,
  caller: Caller,
  change: SettingsChange,
): Promise<Decision<VersionedSettings>> {
  const before = await deps.policies.fresh(caller.tenant);
  const settings = changedSettings(before.settings, change);
  if (isSame(before.settings, settings)) return justAnswer(before);
  const keepsPolicy = isSame(before.settings.approval_policy, settings.approval_policy);
  if (!keepsPolicy) refuseContradictions(settings);
  const policyVersion = before.policyVersion + (keepsPolicy ? 0 : 1);
  const after = { version: before.version + 1, policyVersion, settings };
  return {
    writes: putSettings(after),
    events: [],
    audit: [
      { action: 'settings.changed', target: 'settings', before: before.settings, after: settings },
    ],
    response: after,
    reconsider: () => changeSettings(deps, caller, change),
  };
}

/** Canonically, because the table keeps the fields of an object in an order of its own. */
const isSame = (one: unknown, other: unknown): boolean => contentHash(one) === contentHash(other);

function refuseContradictions({ approval_policy: policy }: Settings): void {
  const errors = contradictionsIn(policy);
  if (errors.length > 0) throw new ValidationError('The policy contradicts itself', errors);
}
