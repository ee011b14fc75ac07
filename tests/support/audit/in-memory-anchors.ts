import { anchorKey, readAnchorKey } from '#shared/audit/anchor-key.ts';
import type { Anchor, Anchors } from '#shared/audit/anchors.ts';
import type { Link } from '#shared/audit/chain.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';

/** Anchors in memory: passes the same suite as the adapter. */
export class InMemoryAnchors implements Anchors {
  readonly #anchors = new Map<string, { readonly tenant: Tenant; readonly anchor: Anchor }>();

  async put(tenant: Tenant, anchor: Anchor): Promise<void> {
    const key = anchorKey(tenant, anchor);
    if (!this.#anchors.has(key)) this.#anchors.set(key, { tenant, anchor });
  }

  async after(tenant: Tenant, sequence: number): Promise<readonly Link[]> {
    return [...this.#anchors]
      .filter(([, one]) => one.tenant === tenant && one.anchor.sequence > sequence)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key]) => readAnchorKey(key) ?? []);
  }
}
