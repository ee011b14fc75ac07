import { strict as assert } from 'node:assert';
import type fc from 'fast-check';
import { deleteDocument } from '#shared/knowledge/documents/delete-document.ts';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-deps.ts';
import type { IngestMessage } from '#shared/knowledge/documents/ingest-queue.ts';
import { restoreVersion } from '#shared/knowledge/documents/restore-version.ts';
import { reconcileTenant } from '#shared/knowledge/reconcile/reconcile-tenant.ts';
import { commit } from '#shared/store/commit.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';
import { Archive } from '../archive.ts';
import { listingOf } from '../in-memory-listing.ts';
import { type Action, IDS, textOf, WORDS } from './course.ts';

/** Longer than any lease: by then the queue has given the message of a dead worker to another. */
const VISIBILITY_SECONDS = 720;
const MOST_ROUNDS = 12;

/** A bucket that people change while workers are at it, each in steps that the scheduler orders. */
export class Simulation {
  readonly archive = new Archive({ sizes: { unit: 1, atOnce: 1 } });
  readonly #scheduler: fc.Scheduler;
  readonly #workers: Promise<void>[] = [];
  /** What workers that died were at: their messages come again. */
  readonly #unfinished: (() => Promise<unknown>)[] = [];

  #isUnheard = false;

  constructor(scheduler: fc.Scheduler) {
    this.#scheduler = scheduler;
  }

  async act(action: Action): Promise<void> {
    if (action.kind === 'pass') return this.archive.clock.passSeconds(action.seconds);
    if (action.kind === 'reconcile') return this.#reconcile('now');
    if (action.kind === 'delete') return this.#delete(action.id);
    if (action.kind === 'restore') await this.#restore(action.id, action.back);
    const key = this.archive.keyOf(action.id);
    if (action.kind.endsWith('Unheard')) this.#isUnheard = true;
    if ('word' in action) this.archive.objects.drop(key, textOf(action.word, action.size));
    if (action.kind.startsWith('remove')) this.archive.objects.remove(key);
    if ('dies' in action) this.#work((deps) => this.archive.follow(key, deps), action.dies);
    this.#deliver();
  }

  /**
   * All that was begun ends. Where no event was lost, search says by then what the bucket holds; in any
   * case it does when the reconciler finds nothing any more.
   */
  async settle(): Promise<void> {
    await this.#finishWork();
    if (!this.#isUnheard) await this.#checkSearch();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.#finishWork();
      this.archive.clock.passSeconds(VISIBILITY_SECONDS);
      const { repairs } = await this.#compare('long ago');
      if (repairs === 0) return;
    }
    assert.fail('There is always something left to repair');
  }

  async check(): Promise<void> {
    await this.#checkSearch();
    const texts = await this.#textsToFind();
    assert.equal(this.archive.segments.objects.size, texts.size, 'segments');
  }

  async #checkSearch(): Promise<void> {
    const texts = await this.#textsToFind();
    for (const word of WORDS) {
      const holding = [...texts].filter(([, text]) => text.includes(word)).map(([id]) => id);
      assert.deepEqual(await this.archive.found(word), holding, word);
    }
  }

  /** What lies in the bucket, without files that were given up because worker after worker died of them. */
  async #textsToFind(): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const id of IDS) {
      const text = this.archive.objects.read(this.archive.keyOf(id));
      const document = await this.archive.document(id);
      const isGivenUp = document?.error?.includes('several times') ?? false;
      if (text !== undefined && !isGivenUp) texts.set(id, text);
    }
    return texts;
  }

  /** Messages that were sent arrive at some time. */
  #deliver(): void {
    for (const message of this.archive.sent.splice(0)) this.#receive(message);
  }

  #receive(message: IngestMessage): void {
    this.#work((deps) => this.archive.receive(message, deps), 0);
  }

  #work(act: (deps: Partial<IngestDeps>) => Promise<unknown>, dies: number): void {
    const worker = act(this.#stepwise(dies)).then(
      () => undefined,
      () => void this.#unfinished.push(() => act({})),
    );
    this.#workers.push(worker);
  }

  async #finishWork(): Promise<void> {
    for (let at = 0; at < this.#workers.length; at += 1) {
      await this.#workers[at];
      this.#deliver();
    }
    this.archive.clock.passSeconds(VISIBILITY_SECONDS);
    for (const again of this.#unfinished.splice(0)) await again();
    await this.archive.receiveAll();
  }

  async #restore(id: string, back: number): Promise<void> {
    const { archive } = this;
    const kept = (await archive.document(id))?.versions.at(-1 - back);
    if (kept) await restoreVersion(archive.deps, archive, id, kept.version);
  }

  async #delete(id: string): Promise<void> {
    const { deps, tenant } = this.archive;
    if (!(await this.archive.document(id))) return;
    const decision = await deleteDocument(deps, { tenant }, id);
    await commit(deps, { tenant, actor: { id: 'ana' }, correlationId: 'test' }, decision);
  }

  async #reconcile(age: 'now' | 'long ago'): Promise<void> {
    await this.#compare(age);
    this.#deliver();
  }

  #compare(age: 'now' | 'long ago') {
    const objects = listingOf(this.archive, age);
    const deps = { ...this.archive.deps, databases: async () => [], objects };
    return reconcileTenant(deps, this.archive.tenant);
  }

  /** The ports of a worker, each answer held back until the scheduler lets it go. */
  #stepwise(dies: number): Partial<IngestDeps> {
    const { deps } = this.archive;
    const crash = new CrashPoints(dies, dies % 2 === 0 ? 'before' : 'after');
    const mortal = <Port extends object>(port: Port, methods: readonly (keyof Port & string)[]) =>
      this.#held(crash.around(port, methods), methods);
    return {
      table: mortal(deps.table, ['transact']),
      objects: mortal(deps.objects, ['head', 'get']),
      versions: mortal(deps.versions, ['put', 'keys']),
      vectors: mortal(deps.vectors, ['stage', 'discard']),
      queue: mortal(deps.queue, ['send']),
    };
  }

  #held<Port extends object>(port: Port, methods: readonly (keyof Port & string)[]): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const call = (...args: unknown[]): Promise<unknown> => {
          const answer: Promise<unknown> = Reflect.apply(member, target, args);
          // Of calls side by side the others may never be let go, once one has failed.
          answer.catch(() => undefined);
          return answer;
        };
        return methods.some((method) => method === name)
          ? this.#scheduler.scheduleFunction(call)
          : (...args: unknown[]) => Reflect.apply(member, target, args);
      },
    });
  }
}
