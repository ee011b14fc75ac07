import { beforeAll, describe, expect, it } from 'vitest';
import { mayAct, ROLES, type Role } from '#shared/http/roles.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { guardedRoutes, pathOf } from '#tests/support/security/every-route.ts';

const cloud = useLocalCloud();
const GROUPS: readonly (Role | 'none')[] = [...ROLES, 'none'];
const rolesOf = (group: Role | 'none'): Role[] => (group === 'none' ? [] : [group]);

const tokens = new Map<string, string>();
beforeAll(async () => {
  for (const group of GROUPS) {
    const token = await cloud.token({ tenant: 'acme', user: group, roles: rolesOf(group) });
    tokens.set(group, token);
  }
});

describe.each(guardedRoutes)('$name', ({ route }) => {
  const call = (group: Role | 'none') =>
    cloud.request(`${route.method} ${pathOf(route)}`, {
      token: tokens.get(group) ?? '',
      idempotencyKey: `as-${group}`,
      ...(route.body && { body: '{"not":' }),
    });
  const lacking = GROUPS.filter((group) => !mayAct(rolesOf(group), route.role as Role));

  it('is refused to everybody without the role, before anything else is looked at', async () => {
    for (const group of lacking) {
      const { status, body } = await call(group);
      expect({ group, status, code: body.code }).toEqual({ group, status: 403, code: 'forbidden' });
    }
    expect(lacking.length).toBeGreaterThan(0);
  });

  it('is not refused to whoever has it', async () => {
    for (const group of GROUPS.filter((each) => !lacking.includes(each)))
      expect([401, 403]).not.toContain((await call(group)).status);
  });
});
