import { beforeAll, describe, expect, inject, it } from 'vitest';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { routeKeyOf } from '#shared/http/route.ts';
import type { FunctionRole } from '#tests/support/iam/function-roles.ts';
import { neverAllowed } from '#tests/support/iam/never-allowed.ts';
import type { Permission } from '#tests/support/iam/permission.ts';
import { classOf, oneOfEach } from '#tests/support/iam/permission-class.ts';
import { Simulation } from '#tests/support/iam/simulation.ts';
import { isUnseen, UNSEEN_GRANTS } from '#tests/support/iam/unseen-grants.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { playEverything } from '#tests/support/tour/play-everything.ts';

const TOUR_TIMEOUT_MS = 150_000;

// Nothing unexpected: what the tour does not do on purpose must not count as used.
const cloud = useLocalCloud({ deliveryFaults: undefined, indexLagMs: 0 });
let served: ReadonlySet<string>;
let simulation: Simulation;
beforeAll(async () => {
  served = await playEverything(cloud);
  const { endpoints } = cloud;
  simulation = new Simulation({ assembly: inject('assembly'), endpoints, calls: cloud.calls() });
}, TOUR_TIMEOUT_MS);

const inEveryRole = async (
  judge: (role: FunctionRole) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const said = await Promise.all(
    simulation.roles.map(async (role) =>
      (await judge(role)).map((what) => `${role.functionName}: ${what}`),
    ),
  );
  return said.flat();
};

const allowedOf = async (role: FunctionRole, permissions: readonly Permission[]) => {
  const verdicts = await Promise.all(permissions.map((one) => simulation.allows(role, one)));
  return permissions.filter((_, index) => verdicts[index]).map(classOf);
};

describe('the tour', () => {
  it('is served by every route of every contract', () => {
    const declared = FUNCTIONS.flatMap((spec) =>
      spec.trigger === 'http' ? spec.routes.map(routeKeyOf) : [],
    );
    expect(declared).not.toEqual([]);
    expect([...served].toSorted()).toEqual(declared.toSorted());
  });

  it('sets every function to work', () => {
    const idle = simulation.roles.filter((role) => simulation.needsOf(role).length === 0);
    // It answers what no route matches, and asks nobody.
    expect(idle.map(({ functionName }) => functionName)).toEqual([
      expect.stringMatching(/httpdefault$/),
    ]);
    expect(simulation.roles).toHaveLength(FUNCTIONS.length);
  });
});

describe('the role of every function', () => {
  it('allows each call that the function made, and what AWS does in its name', async () => {
    const refused = await inEveryRole(async (role) => {
      const needs = simulation.needsOf(role);
      const allowed = new Set(await allowedOf(role, needs));
      return oneOfEach(needs)
        .map(classOf)
        .filter((need) => !allowed.has(need));
    });
    expect(refused).toEqual([]);
  });

  it('grants nothing that was never used, but for what no recording can show', async () => {
    const unused = await inEveryRole(async (role) => {
      const used = await Promise.all(role.grants.map((grant) => simulation.isUsed(role, grant)));
      return role.grants
        .filter((grant, index) => !used[index] && !isUnseen(role, grant))
        .map(classOf);
    });
    expect(unused).toEqual([]);
  });

  it('denies what only other functions do', async () => {
    const universe = oneOfEach(simulation.needs);
    const beyond = await inEveryRole(async (role) => {
      const own = new Set(simulation.needsOf(role).map(classOf));
      return allowedOf(
        role,
        universe.filter((need) => !own.has(classOf(need))),
      );
    });
    expect(universe.length).toBeGreaterThan(simulation.roles.length);
    expect(beyond).toEqual([]);
  });

  it('denies what nobody may do', async () => {
    const dangers = neverAllowed(simulation.needs);
    expect(await inEveryRole((role) => allowedOf(role, dangers))).toEqual([]);
  });
});

it.each(UNSEEN_GRANTS)('$action is still granted somewhere without being seen', (unseen) => {
  const matching = simulation.roles.flatMap((role) =>
    role.grants.filter((grant) => isUnseen(role, grant, [unseen])),
  );
  expect(matching).not.toEqual([]);
});
