import type { Clock } from '#shared/runtime/clock.ts';
import { Held } from '#shared/runtime/held.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { ContentionError } from '#shared/store/commit.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { DEFAULT_SETTINGS, settings, type VersionedSettings } from './settings.ts';

const KEY: Key = { partition: 'SETTINGS', sort: 'CURRENT' };
/** Apart from the settings, so that decisions depend on nothing but the policy among them. */
const POLICY_KEY: Key = { partition: 'POLICY', sort: 'CURRENT' };

/** A tenant's settings, held for a short while. */
export class SettingsStore {
  readonly #table: Table;
  readonly #held: Held<VersionedSettings>;

  constructor(table: Table, clock: Clock) {
    this.#table = table;
    this.#held = new Held(clock);
  }

  current(tenant: Tenant): Promise<VersionedSettings> {
    return this.#held.get(tenant, () => this.#read(tenant));
  }

  /** Straight from the table, and held from now on. */
  fresh(tenant: Tenant): Promise<VersionedSettings> {
    this.#held.drop(tenant);
    return this.current(tenant);
  }

  async #read(tenant: Tenant): Promise<VersionedSettings> {
    const item = await this.#table.get(tenant, KEY);
    if (!item) return { version: 0, policyVersion: 0, settings: DEFAULT_SETTINGS };
    return {
      version: Number(item['version']),
      policyVersion: Number(item['policy_version']),
      settings: settings.parse(item['settings']),
    };
  }
}

class SettingsChangedError extends ContentionError {}

/** Holds a transaction to the approval policy that its decision was made with. */
export const policyUnchanged = ({ policyVersion }: VersionedSettings): Write => ({
  action: 'check',
  key: POLICY_KEY,
  condition: asRead(policyVersion),
  refused: () => new SettingsChangedError('The approval policy was changed at the same time'),
});

/** Writes the settings as the version after the one they were read at, and where the policy stands. */
export function putSettings({
  version,
  policyVersion,
  settings: next,
}: VersionedSettings): Write[] {
  const current: Write = {
    action: 'put',
    key: KEY,
    condition: asRead(version - 1),
    refused: () => new SettingsChangedError('The settings were changed at the same time'),
    item: { version, policy_version: policyVersion, settings: next },
  };
  const policy: Write = { action: 'put', key: POLICY_KEY, item: { version: policyVersion } };
  // As long as nobody has set a policy there is none, which is what decisions hold to.
  return policyVersion > 0 ? [current, policy] : [current];
}

const asRead = (version: number) => (version === 0 ? absent : equals({ version }));
