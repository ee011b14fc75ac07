import * as z from 'zod';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { listRevisions } from '#shared/changesets/past-revision.ts';
import type { Storage } from '../machinery/storage.ts';
import type { Answer, Errand } from '../people/clients.ts';
import { must } from './violation.ts';

const decided = z.object({
  decision: z.enum(['approve', 'reject', 'escalate']),
  changeset_id: z.string(),
  revision_hash: z.string(),
});

const named = z.object({ revision_hash: z.string().optional() });

/**
 * Who was told that their decision is taken finds it in the record, about what they saw, now and for
 * ever.
 */
export class AcknowledgedKept {
  readonly #storage: Storage;
  #acknowledged = 0;
  #byLink = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** How many decisions were looked up. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** How many of them were made by a link from a mail. */
  get byLink(): number {
    return this.#byLink;
  }

  async hear({ move }: Errand, { status, body }: Answer): Promise<void> {
    const isDecision = move.function === 'decide' && status < 300;
    // New values are no decision of whoever gives them: the others are asked about them.
    if (!isDecision || 'modifications' in Object(move.call.body)) return;
    const { decision, changeset_id, revision_hash } = decided.parse(body);
    const seen = named.parse(move.call.body).revision_hash ?? revision_hash;
    must(seen === revision_hash, () => `a decision about ${seen} was taken for ${revision_hash}`);
    const records = await this.#recordsOf(move.by.tenant, changeset_id);
    const isThere = records.some(
      (each) =>
        each.decision === decision &&
        each.approver.user_id === move.by.userId &&
        each.revision_hash === revision_hash,
    );
    must(isThere, () => `the acknowledged ${decision} of ${changeset_id} was lost`);
    this.#acknowledged += 1;
    if (move.call.path?.['token']) this.#byLink += 1;
  }

  async #recordsOf(tenant: Errand['move']['by']['tenant'], id: string) {
    const now = await findChangeset(this.#storage, tenant, id);
    const { revisions } = await listRevisions(this.#storage, tenant, id, { limit: 1000 });
    return [...(now?.decisions ?? []), ...revisions.flatMap(({ decisions }) => decisions)];
  }
}
