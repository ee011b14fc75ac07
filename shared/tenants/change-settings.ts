import type { Caller } from '#shared/http/caller.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
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
  requireOrder(settings);
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

function requireOrder({ approval_policy: policy }: Settings): void {
  if (policy.auto_below <= policy.two_person_from) return;
  throw new ValidationError('The policy contradicts itself', [
    { pointer: '/approval_policy/auto_below', detail: 'must not be above two_person_from' },
  ]);
}
