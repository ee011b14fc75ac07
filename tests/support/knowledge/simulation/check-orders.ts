import fc from 'fast-check';
import { type Action, action } from './course.ts';
import { Simulation } from './simulation.ts';

/** How many courses, or what repeats one. */
interface Courses {
  readonly numRuns?: number;
  readonly seed?: number;
  readonly path?: string;
}

/**
 * Random courses of events – doubled, delayed, reordered, lost – with workers that die anywhere, units,
 * restored versions and runs of the reconciler: each ends with search showing what the bucket holds.
 * @throws Error with the shortest course that does not, and what repeats it
 */
export async function checkOrders(options: Courses): Promise<void> {
  const course = fc.asyncProperty(fc.array(action, { maxLength: 14 }), fc.scheduler(), playCourse);
  const { failed, counterexample, seed, counterexamplePath, errorInstance } = await fc.check(
    course,
    options,
  );
  if (!failed) return;
  // The schedule of every single call would be pages long; seed and path repeat it.
  const repeat = JSON.stringify({ seed, path: counterexamplePath });
  const actions = JSON.stringify(counterexample?.[0]);
  throw new Error(`${String(errorInstance)}\nafter ${actions}\nrepeat: ${repeat}`);
}

async function playCourse(actions: readonly Action[], scheduler: fc.Scheduler): Promise<void> {
  const simulation = new Simulation(scheduler);
  const steps = actions.map((step) => () => simulation.act(step));
  const { task } = scheduler.scheduleSequence(steps);
  await scheduler.waitFor(task.then(() => simulation.settle()));
  await simulation.check();
}
