import type { Faults } from '#infra/local/instrumentation/faults.ts';
import type { TestCloud } from '../local-cloud.ts';

type ArmedFault = ReturnType<Faults['crash']>;

/**
 * Plays a story once for each SDK call of a function, and each side of the call, killing the function
 * there. The story, in a tenant of its own, arms the crash when it is ready, and says nothing of an
 * end that came without one. Returns how many places there were.
 */
export async function crashEverywhere(
  cloud: TestCloud,
  functionName: string,
  story: (tenant: string, arm: () => ArmedFault) => Promise<void>,
): Promise<number> {
  const name = functionName.replaceAll('/', '-');
  let points = 0;
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; ; nth++) {
      const armed: ArmedFault[] = [];
      await story(`${name}-${when}-${nth}`, () => {
        const fault = cloud.faults.crash({ function: functionName, nth, when });
        armed.push(fault);
        return fault;
      });
      cloud.faults.clear();
      if (armed.every((fault) => fault.fired() === 0)) break;
      points += 1;
    }
  }
  return points;
}
