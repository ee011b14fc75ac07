import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#shared/http/route.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { type Person, signIn } from '#tests/support/onboarding/company.ts';
import { type Belongings, belongingsOf, seenBy } from '#tests/support/security/belongings.ts';
import { guardedRoutes, pathOf, routesWithIds } from '#tests/support/security/every-route.ts';

const cloud = useLocalCloud();

/** Ids that are the same for everybody. */
const SHARED = ['template_id'];
/** What says nothing by itself: names that many tenants give. */
const COMMON = ['name'];
/** What only its own person sees, even within the tenant. */
const PERSONAL = ['conversation_id'];
/** Bodies that these routes accept, so that only the id can be what is refused. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /conversation/{conversation_id}/process': { user_input: 'hello' },
  'POST /conversation/{conversation_id}/escalate': { reason: 'mine now' },
  'POST /approvals/{approval_id}/decide': { decision: 'reject', reason: 'mine now' },
  'POST /changesets/{changeset_id}/rollback': { dry_run: false },
  'PUT /notifications/endpoints/{endpoint_id}': { status: 'disabled' },
  'POST /knowledge/documents/{document_id}/review': { decision: 'reject', notes: 'mine now' },
  'POST /knowledge/documents/{document_id}/restore': { version: 1 },
};

const variablesOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
const owned = routesWithIds.filter(({ route }) =>
  variablesOf(route.path).some((name) => !SHARED.includes(name)),
);
const personal = owned.filter(({ route }) =>
  variablesOf(route.path).some((name) => PERSONAL.includes(name)),
);

const lists = guardedRoutes.filter(
  ({ route }) => route.method === 'GET' && !route.path_parameters && route.role !== 'operator',
);

let ids: Belongings;
let owner: Person;
let stranger: Person;
let colleague: Person;
let before: unknown;
beforeAll(async () => {
  const acme = await belongingsOf(cloud, 'acme');
  ({ ids, owner } = acme);
  const everything = ['admin', 'approver', 'curator', 'member'];
  // The same user id in a tenant whose name begins like the other's.
  stranger = await signIn(cloud, 'acme2', 'ada', everything);
  colleague = await signIn(cloud, 'acme', 'cam', everything);
  await cloud.drain();
  before = await seenBy(owner, ids);
});

const send = (person: Person, route: Route) => {
  const { method, path } = route;
  const at = pathOf(route, ids);
  const body = BODIES[`${method} ${path}`] ?? {};
  if (method === 'GET') return person.get(at);
  if (method === 'DELETE') return person.remove(at);
  return method === 'PUT' ? person.put(at, body) : person.post(at, body);
};

describe('what belongs to a tenant', () => {
  it('is known to this test, by every id that a route takes', () => {
    const names = owned.flatMap(({ route }) => variablesOf(route.path));
    expect([...new Set(names)].toSorted()).toEqual(Object.keys(ids).toSorted());
    expect(owned.length).toBeGreaterThan(15);
  });

  it.each(owned)('is not found by another tenant: $name', async ({ route }) => {
    const { status, body } = await send(stranger, route);
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
  });

  it.each(personal)(
    'is not found by a colleague where it is personal: $name',
    async ({ route }) => {
      const { status, body } = await send(colleague, route);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
    },
  );

  it('cannot be approved from another tenant', async () => {
    const session_id = ids['conversation_id'];
    const attempt = await stranger.post('/recommendations/approve', { session_id, dry_run: false });
    expect(attempt.status).toBe(404);
  });

  it.each(lists)('is in no list of another tenant: $name', async ({ route }) => {
    const query = route.path === '/knowledge/search' ? '?q=handbook' : '';
    const { text } = await stranger.get(`${route.path}${query}`);
    const own = Object.entries(ids).flatMap(([id, value]) => (COMMON.includes(id) ? [] : value));
    for (const trace of [...own, '"site:OFF', '@acme.example', 'Handbook'])
      expect(text).not.toContain(trace);
  });

  it('is as it was after all of that', async () => {
    await cloud.drain();
    expect(await seenBy(owner, ids)).toEqual(before);
  });
});

describe('a cursor', () => {
  it('of one tenant or listing is worth nothing in another', async () => {
    const page = await owner.get('/notifications/deliveries?limit=1');
    const { next_cursor: cursor } = page.body;
    expect(cursor).toEqual(expect.any(String));
    const again = `?limit=1&cursor=${encodeURIComponent(cursor)}`;
    expect((await owner.get(`/notifications/deliveries${again}`)).status).toBe(200);
    expect((await stranger.get(`/notifications/deliveries${again}`)).status).toBe(400);
    expect((await owner.get(`/changesets${again}`)).status).toBe(400);
  });
});
