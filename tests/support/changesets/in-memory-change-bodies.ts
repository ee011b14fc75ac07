import type { BodyName, ChangeBodies } from '#shared/changesets/change-bodies.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';

/** The changes of long changesets, in memory. */
export class InMemoryChangeBodies implements ChangeBodies {
  readonly #texts = new Map<string, string>();

  async write(tenant: Tenant, name: BodyName, lines: string): Promise<void> {
    this.#texts.set(keyOf(tenant, name), lines);
  }

  async read(tenant: Tenant, name: BodyName): Promise<string> {
    const text = this.#texts.get(keyOf(tenant, name));
    if (text === undefined) throw new Error(`There is no body ${keyOf(tenant, name)}`);
    return text;
  }

  /** How many texts there are. */
  get size(): number {
    return this.#texts.size;
  }
}

const keyOf = (tenant: Tenant, { changesetId, revisionHash }: BodyName): string =>
  `${tenant}/${changesetId}/${revisionHash}`;
