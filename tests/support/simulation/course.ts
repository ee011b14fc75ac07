import type { Dice } from './machinery/dice.ts';
import { settled } from './machinery/scheduler.ts';
import { Clients, type Errand } from './people/clients.ts';
import { anyMove } from './people/moves.ts';
import type { World } from './world.ts';

const MOST_STEPS = 40_000;
/** Who has so much to do begins nothing new. */
const MOST_ERRANDS = 3;
/** From run to run of the schedules, after everything: more than any lease. */
const RUN_SECONDS = 90;
/** After this long everything has expired. */
const ALL_EXPIRED_SECONDS = 80 * 3600;
/** Whoever needs more runs than this is stuck. */
const MOST_RUNS = 10;

interface Happening {
  readonly weight: number;
  readonly happen: () => unknown;
}

/** What happens in a world, one step after the other, as its dice say. */
export class Course {
  readonly #world: World;
  readonly #clients: Clients;
  #movesLeft: number;
  #steps = 0;
  /** How often which route was answered how. */
  readonly answers = new Map<string, number>();

  /** @param moves so much is meant to be done */
  constructor(world: World, moves: number) {
    this.#world = world;
    this.#clients = new Clients(world.dice);
    this.#movesLeft = moves;
  }

  get steps(): number {
    return this.#steps;
  }

  /** Until nobody means to do anything and nothing is under way, or what must not happen has. */
  async run(): Promise<void> {
    const { dice, rules } = this.#world;
    while (this.#isUnderWay && !rules.violation) {
      await dice.weighted(this.#possible()).happen();
      await settled();
      this.#steps += 1;
      if (this.#steps >= MOST_STEPS) await rules.requireEnd(this.#steps, MOST_STEPS);
    }
  }

  /** No more faults; the schedules run until time itself has nothing left to bring. */
  async calmDown(): Promise<void> {
    const world = this.#world;
    world.note('from now on nothing goes wrong');
    world.faults.end();
    world.queue.end();
    for (const pause of [RUN_SECONDS, ALL_EXPIRED_SECONDS]) {
      await this.#runSchedules(pause);
      for (let runs = 0; runs < MOST_RUNS && !world.isAtRest; runs++)
        await this.#runSchedules(RUN_SECONDS);
    }
    await world.rules.atRest(world);
  }

  async #runSchedules(afterSeconds: number): Promise<void> {
    const world = this.#world;
    world.clock.passSeconds(afterSeconds);
    void world.run('housekeeping');
    void world.run('timers');
    void world.run('anchors');
    await settled();
    await this.run();
  }

  get #isUnderWay(): boolean {
    const { scheduler, queue, relayed, sequenced } = this.#world;
    return (
      this.#movesLeft + this.#clients.waiting + scheduler.waiting + queue.length > 0 ||
      relayed.ready.length + sequenced.ready.length > 0
    );
  }

  #possible(): readonly Happening[] {
    const { scheduler, dice, clock } = this.#world;
    return [
      ...(scheduler.waiting > 0 ? [{ weight: 30, happen: () => scheduler.turn() }] : []),
      ...this.#byPeople(),
      ...this.#byTheStream(),
      ...this.#bySchedule(),
      { weight: 0.3, happen: () => clock.passSeconds(aWhile(dice)) },
    ];
  }

  #byPeople(): readonly Happening[] {
    const { waiting } = this.#clients;
    const call = { weight: 3, happen: () => this.#call() };
    const mean = { weight: 2, happen: () => this.#mean() };
    return [
      ...(waiting > 0 && this.#world.api.hasRoom ? [call] : []),
      ...(this.#movesLeft > 0 && waiting < MOST_ERRANDS ? [mean] : []),
    ];
  }

  #byTheStream(): readonly Happening[] {
    const world = this.#world;
    const { relayed, sequenced, queue, streams, workers } = world;
    const read = [
      ...relayed.ready.map((shard) => ({ weight: 1, happen: () => void world.relay(shard) })),
      ...sequenced.ready.map((shard) => ({ weight: 1, happen: () => void world.sequence(shard) })),
    ];
    const work = { weight: 2, happen: () => void world.work() };
    return [
      ...(streams.hasRoom ? read : []),
      ...(queue.length > 0 && workers.hasRoom ? [work] : []),
    ];
  }

  #bySchedule(): readonly Happening[] {
    const world = this.#world;
    if (!world.schedules.hasRoom || this.#movesLeft === 0) return [];
    return [
      { weight: 0.3, happen: () => void world.run('timers') },
      { weight: 0.1, happen: () => void world.run('housekeeping') },
      { weight: 0.2, happen: () => void world.run('anchors') },
    ];
  }

  #mean(): void {
    const { dice, casts, rules, sightings, ambition } = this.#world;
    this.#movesLeft -= 1;
    const cast = dice.pick(casts);
    const { tenant } = dice.pick(cast);
    const changesets = sightings.changesetsOf(tenant);
    const oldHashes = sightings.oldHashesOf(tenant);
    const configuration = rules.configuration.of(tenant);
    const move = anyMove({ dice, cast, changesets, oldHashes, configuration, ambition });
    if (move) this.#clients.mean(move);
  }

  #call(): void {
    const errand = this.#clients.next();
    if (errand) void this.#callFor(errand);
  }

  async #callFor(errand: Errand): Promise<void> {
    const world = this.#world;
    const { by, call } = errand.move;
    const who = `${by.tenant} ${by.name}, ${errand.key}`;
    world.note(`${who}: ${call.route} ${JSON.stringify(call.path ?? {})}`);
    const answer = await world.call(errand);
    const { code, detail } = Object(answer.body);
    world.note(`${who} hears ${answer.status} ${code ?? ''} ${detail ?? ''}`);
    const [what] = call.path?.['token'] ? ['link'] : call.route.split('/').slice(-1);
    const name = `${what} ${answer.status}`;
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
    this.#clients.hear(errand, answer);
    await world.rules.hear(errand, answer);
  }
}

/** Mostly a moment; now and then long enough for leases, caches and timers to run out. In seconds. */
const aWhile = (dice: Dice): number =>
  dice.pick([
    () => dice.below(2),
    () => dice.below(2),
    () => dice.below(6),
    () => 5 + dice.below(36),
    () => 30 + dice.below(91),
  ])();
