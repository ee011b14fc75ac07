import type { Clock } from '#shared/runtime/clock.ts';
import { Held } from '#shared/runtime/held.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { ContentionError } from '#shared/store/commit.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { DEFAULT_SETTINGS, settings, type VersionedSettings } from './settings.ts';

const KEY: Key = { partition: 'SETTINGS', sort: 'CURRENT' };

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
    if (!item) return { version: 0, settings: DEFAULT_SETTINGS };
    return { version: Number(item['version']), settings: settings.parse(item['settings']) };
  }
}

const asRead = (version: number) => (version === 0 ? absent : equals({ version }));

class SettingsChangedError extends ContentionError {}

/** Holds a transaction to the settings that its decision was made with. */
export const settingsUnchanged = ({ version }: VersionedSettings): Write => ({
  action: 'check',
  key: KEY,
  condition: asRead(version),
  refused: () => new SettingsChangedError('The approval policy was changed at the same time'),
});

export const putSettings = (next: VersionedSettings): Write => ({
  action: 'put',
  key: KEY,
  condition: asRead(next.version - 1),
  refused: () => new SettingsChangedError('The settings were changed at the same time'),
  item: { version: next.version, settings: next.settings },
});
