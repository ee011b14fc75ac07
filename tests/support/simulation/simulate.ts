import { Course } from './course.ts';
import type { Fault } from './machinery/faults.ts';
import type { Sabotage } from './machinery/storage.ts';
import { World } from './world.ts';

export interface Outcome {
  readonly seed: number;
  readonly steps: number;
  readonly struck: ReadonlyMap<Fault, number>;
  /** How often what was tried for really came about. */
  readonly reached: ReadonlyMap<string, number>;
  /** What happened that must never happen. */
  readonly violation: string | undefined;
  /** Everything that happened, a line each. */
  readonly trace: readonly string[];
}

/** So much is meant to be done in one simulation. */
const MOVES = 40;

/**
 * One course of events: everybody at once, and much of it going wrong; then calm until all is done.
 * The rules are held after every step. A seed repeats it exactly.
 * @param sabotage makes the table careless, to see whether the rules notice
 */
export async function simulate(seed: number, sabotage?: Sabotage): Promise<Outcome> {
  const world = new World(seed, sabotage);
  const course = new Course(world, MOVES);
  await world.begin();
  await course.run();
  if (!world.rules.violation) await course.calmDown();
  const { rules, faults, trace } = world;
  return {
    seed,
    steps: course.steps,
    struck: faults.struck,
    reached: new Map([...course.answers, ...world.reached, ...rules.reached]),
    violation: rules.violation?.message,
    trace,
  };
}
