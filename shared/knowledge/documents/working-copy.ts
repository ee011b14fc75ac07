import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import { advance } from './change-document.ts';
import type { Document } from './document.ts';
import type { TransitionName } from './document-state.ts';
import { putDocument } from './document-store.ts';

/** For whom a worker acts, and because of what. */
export interface WorkContext {
  readonly tenant: Tenant;
  readonly correlationId: string;
}

/** What happens in the same transaction as a transition. */
export type Consequences = Partial<Pick<Decision<void>, 'writes' | 'events' | 'audit'>>;

/** Name of the worker in the audit trail. */
const ACTOR = { id: 'embedding-ingest', via: 'queue/embedding-ingest' };

/**
 * A worker's hold on a document: every step is stored over the revision of the step before, so of two
 * workers only one gets on. @throws DocumentChangedError for the other
 */
export class WorkingCopy {
  readonly #deps: CommitDeps;
  readonly #context: WorkContext;
  #stored: Document | undefined;

  /** `stored` is the document as it was read; undefined where there was none. */
  constructor(deps: CommitDeps, context: WorkContext, stored: Document | undefined) {
    this.#deps = deps;
    this.#context = context;
    this.#stored = stored;
  }

  get tenant(): Tenant {
    return this.#context.tenant;
  }

  /** The same worker's hold on another revision of the document. */
  on(stored: Document): WorkingCopy {
    return new WorkingCopy(this.#deps, this.#context, stored);
  }

  /** The last stored revision. */
  get document(): Document {
    if (!this.#stored) throw new TypeError('Nothing is stored of this document yet');
    return this.#stored;
  }

  async move(
    transition: TransitionName,
    change: Partial<Document> = {},
    consequences: (next: Document) => Consequences = () => ({}),
  ): Promise<void> {
    const next = advance(this.document, transition, this.#deps.clock.now(), change);
    await this.save(next, consequences(next));
  }

  /** Changes what is no step of the document's life. */
  amend(change: Partial<Document>): Promise<void> {
    return this.save({ ...this.document, ...change, revision: this.document.revision + 1 });
  }

  async save(next: Document, consequences: Consequences = {}): Promise<void> {
    const { writes = [], events = [], audit = [] } = consequences;
    const command = { ...this.#context, actor: ACTOR };
    const put = putDocument(next, this.#stored);
    const decision = { writes: [put, ...writes], events, audit, response: undefined };
    await commit(this.#deps, command, decision);
    this.#stored = next;
  }
}
