import type { Caller } from '#shared/http/caller.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
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

/** Replaces the parts given, as a new version. @throws ValidationError for bounds that contradict */
export async function changeSettings(
  deps: SettingsDeps,
  caller: Caller,
  change: SettingsChange,
): Promise<Decision<VersionedSettings>> {
  const before = await deps.policies.fresh(caller.tenant);
  const settings = changedSettings(before.settings, change);
  refuseContradictions(settings);
  const after = { version: before.version + 1, settings };
  return {
    writes: [putSettings(after)],
    events: [],
    audit: [
      { action: 'settings.changed', target: 'settings', before: before.settings, after: settings },
    ],
    response: after,
    reconsider: () => changeSettings(deps, caller, change),
  };
}

function refuseContradictions({ approval_policy: policy }: Settings): void {
  const errors = contradictionsIn(policy);
  if (errors.length > 0) throw new ValidationError('The policy contradicts itself', errors);
}
