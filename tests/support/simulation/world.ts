import type { Tenant } from '#shared/runtime/tenant.ts';
import { changedSettings, DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { putSettings } from '#shared/tenants/settings-store.ts';
import { InMemoryAnchors } from '../audit/in-memory-anchors.ts';
import { callApi } from '../http/call-api.ts';
import { lambdaContext } from '../lambda-context.ts';
import { VirtualClock } from '../virtual-clock.ts';
import {
  type ApiFunctions,
  apiFunctions,
  queueFunctions,
  scheduledFunctions,
  streamFunctions,
} from './functions.ts';
import { Dice } from './machinery/dice.ts';
import { EventQueue } from './machinery/event-queue.ts';
import { drawRates, Faults } from './machinery/faults.ts';
import { Instance } from './machinery/instance.ts';
import { Pool } from './machinery/pool.ts';
import { Scheduler } from './machinery/scheduler.ts';
import { type Sabotage, Storage } from './machinery/storage.ts';
import { Stream } from './machinery/stream.ts';
import type { Step } from './machinery/transaction.ts';
import { type CastMember, castOf, hiring } from './people/cast.ts';
import type { Answer, Errand } from './people/clients.ts';
import { LENIENT } from './people/policies.ts';
import { Sightings } from './people/sightings.ts';
import { anyAmbition } from './people/wishes.ts';
import { AllRules } from './rules/all-rules.ts';
import { stuckIn } from './rules/at-rest.ts';

const TENANTS = ['acme', 'globex'];
const TWO_TENANTS = 0.3;
const LENIENT_TENANTS = 0.5;
const LENIENT_SETTINGS = {
  version: 1,
  policyVersion: 1,
  settings: changedSettings(DEFAULT_SETTINGS, { approval_policy: LENIENT }),
};
/** An invocation of the queue may find itself short of time. */
const SHORT_OF_TIME = 0.1;

/** Everything that is between people and the table, in one process, with all chance from one seed. */
export class World {
  readonly dice: Dice;
  readonly clock = new VirtualClock();
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly storage: Storage;
  readonly queue: EventQueue;
  readonly relayed: Stream;
  readonly sequenced: Stream;
  readonly anchors = new InMemoryAnchors();
  readonly rules: AllRules;
  readonly casts: readonly (readonly CastMember[])[];
  readonly ambition: number;
  /** What happened, for whoever looks into a failing seed. */
  readonly trace: string[] = [];
  readonly sightings = new Sightings();
  readonly api: Pool<ApiFunctions>;
  readonly streams: Pool<ReturnType<typeof streamFunctions>>;
  readonly workers: Pool<ReturnType<typeof queueFunctions>>;
  readonly schedules: Pool<ReturnType<typeof scheduledFunctions>>;

  constructor(seed: number, sabotage?: Sabotage) {
    this.dice = new Dice(seed);
    this.scheduler = new Scheduler(this.dice);
    this.faults = new Faults(this.dice, drawRates(this.dice));
    this.storage = new Storage(() => this.clock.ms, sabotage);
    this.queue = new EventQueue(this.dice);
    this.relayed = new Stream('outbox', this.dice);
    this.sequenced = new Stream('audit', this.dice);
    this.rules = new AllRules(this.storage);
    this.casts = TENANTS.slice(0, this.dice.chance(TWO_TENANTS) ? 2 : 1).map(castOf);
    this.ambition = anyAmbition(this.dice);
    this.#watch();
    const behind = { ...this.#behind(), ids: countedIds() };
    this.api = new Pool('api', 5, this, (one) => apiFunctions(behind, one));
    this.streams = new Pool('stream', 4, this, (one) => streamFunctions(behind, one));
    this.workers = new Pool('queue', 2, this, (one) => queueFunctions(behind, one));
    this.schedules = new Pool('schedule', 2, this, (one) => scheduledFunctions(behind, one));
  }

  get tenants(): readonly Tenant[] {
    return this.casts.flatMap(([first]) => (first ? [first.tenant] : []));
  }

  /** What is there before anybody does anything. */
  async begin(): Promise<void> {
    const founder = new Instance('founder', 0, this.clock);
    for (const cast of this.casts) {
      const { tenant } = this.dice.pick(cast);
      const writes = this.dice.chance(LENIENT_TENANTS) ? putSettings(LENIENT_SETTINGS) : [];
      await this.storage.transactBy(founder, tenant, [...hiring(cast), ...writes]);
    }
  }

  /** Whether nothing waits any more but for decisions. */
  get isAtRest(): boolean {
    return stuckIn(this.storage).length === 0;
  }

  /** Somebody calls; an invocation that dies is answered for by the gateway. */
  async call({ move, key }: Errand): Promise<Answer> {
    const { by, function: name, call } = move;
    const { name: user, tenant, roles: groups } = by;
    const request = { ...call, idempotencyKey: key, tenant, user, groups };
    const answer = await this.api.run((functions) => callApi(functions[name], request));
    return { ...answer, isReplay: answer.headers['idempotent-replayed'] === 'true' };
  }

  async relay(shard: number): Promise<void> {
    const relayed = await this.relayed.deliver(shard, (event) =>
      this.streams.run(({ relay }) => relay(event, lambdaContext)),
    );
    await this.rules.relayed(relayed, this.queue.published);
  }

  async sequence(shard: number): Promise<void> {
    const linked = await this.sequenced.deliver(shard, (event) =>
      this.streams.run(({ sequencer }) => sequencer(event, lambdaContext)),
    );
    await this.rules.sequenced(linked);
  }

  work(): Promise<void> {
    const leftMs = () => (this.dice.chance(SHORT_OF_TIME) ? 5000 : 30_000);
    const context = { ...lambdaContext, getRemainingTimeInMillis: leftMs };
    return this.queue.deliver((event) => this.workers.run(({ apply }) => apply(event, context)));
  }

  run(which: 'timers' | 'housekeeping' | 'anchors'): Promise<void> {
    return this.schedules
      .run((functions) => functions[which]({}, lambdaContext))
      .catch((error) => this.note(`${which} failed: ${error}`));
  }

  /** How often it came to what a rule can only be held against then. */
  get reached(): readonly (readonly [string, number])[] {
    return [['two readers of a shard', this.relayed.readByTwo + this.sequenced.readByTwo]];
  }

  note(what: string): void {
    this.trace.push(`${this.clock.now().toISOString().slice(11, 23)} ${what}`);
  }

  #watch(): void {
    this.storage.watch((transaction) => this.rules.see(transaction));
    this.storage.watch((transaction) => {
      this.relayed.follow(transaction);
      this.sequenced.follow(transaction);
      this.sightings.see(transaction);
      for (const step of transaction.steps) this.note(`${transaction.by.name}: ${inWords(step)}`);
    });
  }

  #behind() {
    const { storage, scheduler, faults, queue: bus, anchors } = this;
    return { storage, scheduler, faults, bus, anchors, note: (what: string) => this.note(what) };
  }
}

function inWords({ before, after }: Step): string {
  const from = `${before?.status ?? 'nothing'}/${before?.revision ?? 0}`;
  return `${after.id} ${from} → ${after.status}/${after.revision}${after.body ? ' (long)' : ''}`;
}

/** Ids in the order in which they were drawn, as easily told apart in a trace. */
function countedIds() {
  let drawn = 0;
  return {
    uuid: () => `00000000-0000-7000-8000-${String(++drawn).padStart(12, '0')}`,
  };
}
