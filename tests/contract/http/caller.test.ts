import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createHandler as createTenants } from '#functions/http/tenants/handler.ts';
import { ok, query } from '#shared/http/endpoint.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { ROLES, type Role } from '#shared/http/roles.ts';
import { defineRoute } from '#shared/http/route.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { type ApiCall, callApi, eventOf } from '#tests/support/http/call-api.ts';
import { type InMemoryApi, inMemoryApi } from '#tests/support/http/in-memory-api.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';
import golden from './golden/authorized-get.json' with { type: 'json' };

const whoAmI = defineRoute({
  method: 'GET',
  path: '/who',
  summary: 'Who is calling',
  role: 'member',
  idempotency: 'none',
  query: z.looseObject({}),
  responses: { 200: z.looseObject({ tenant: z.string(), roles: z.array(z.enum(ROLES)) }) },
});
const needing = (role: Role) => defineRoute({ ...whoAmI, role });

let api: InMemoryApi;
beforeEach(() => {
  api = inMemoryApi();
});

const whoFunction = (role: Role = 'member') =>
  httpFunction(api, [
    query(needing(role), async (_input, caller) => ok({ ...caller, roles: [...caller.roles] })),
  ]);

const who = (call: Partial<ApiCall> = {}, role: Role = 'member') =>
  callApi(whoFunction(role), { route: 'GET /who', ...call });

describe('the caller', () => {
  it('is who API Gateway says, in its own spelling of claims', async () => {
    const event: APIGatewayProxyEventV2WithJWTAuthorizer = {
      ...eventOf({ route: 'GET /who' }),
      ...JSON.parse(JSON.stringify(golden)),
      routeKey: 'GET /api/v1/onboarding/who',
    };
    const answer = z.object({ body: z.string() }).parse(await whoFunction()(event, lambdaContext));
    expect(JSON.parse(answer.body)).toEqual({
      tenant: 'acme',
      userId: '0b8f4d4e-1111-4a4a-9c9c-222222222222',
      email: 'ana@acme.example',
      roles: ['admin', 'approver'],
      correlationId: 'B4R6lgBqliAEJZA=',
      sourceIp: '198.51.100.7',
    });
  });

  it.each([
    ['[admin approver]', ['admin', 'approver']],
    ['[member]', ['member']],
    ['admin,member', ['admin', 'member']],
  ])('has the roles of the groups %s', async (groups, roles) => {
    const claims = { 'custom:tenant_id': 'acme', sub: 's', 'cognito:groups': groups };
    expect((await who({ claims }, 'member')).body.roles).toEqual(roles);
  });

  it.each([
    ['no tenant', { sub: 's' }],
    ['no person', { 'custom:tenant_id': 'acme' }],
    ['a tenant that cannot be one', { 'custom:tenant_id': 'acme#evil', sub: 's' }],
    ['a tenant in capitals', { 'custom:tenant_id': 'ACME', sub: 's' }],
    ['an empty tenant', { 'custom:tenant_id': '', sub: 's' }],
  ])('is nobody with %s', async (_, claims) => {
    const { status, body } = await who({ claims });
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
  });

  it('is nobody where no authorizer has looked at the request', async () => {
    const { requestContext, ...event } = eventOf({ route: 'GET /who' });
    const { authorizer: _, ...unsigned } = requestContext;
    const open = { ...event, requestContext: unsigned };
    expect(await whoFunction()(open, lambdaContext)).toMatchObject({ statusCode: 401 });
  });

  it('is refused without the role, whatever else they are', async () => {
    const allowed: Record<Role, readonly Role[]> = {
      member: ['member', 'approver', 'curator', 'admin'],
      approver: ['approver', 'admin'],
      curator: ['curator', 'admin'],
      admin: ['admin'],
      operator: ['operator'],
    };
    for (const needed of ROLES)
      for (const role of ROLES) {
        const { status } = await who({ user: role, groups: [role] }, needed);
        expect({ needed, role, status }).toEqual({
          needed,
          role,
          status: allowed[needed].includes(role) ? 200 : 403,
        });
      }
  });

  it('has no more roles than the token and the directory both give', async () => {
    await who({ groups: ['member'] });
    await callApi(createTenants(api), {
      route: 'PUT /people',
      user: 'root',
      body: { user_id: 'acme-ana', roles: ['member'] },
    });
    api.clock.passSeconds(60);
    expect((await who({ groups: ['admin', 'member'] })).body.roles).toEqual(['member']);
    expect((await who({ groups: ['admin'] })).status).toBe(403);
  });

  it('is refused within a minute once an admin has made them inactive', async () => {
    expect((await who()).status).toBe(200);
    await callApi(createTenants(api), {
      route: 'PUT /people',
      user: 'root',
      body: { user_id: 'acme-ana', active: false },
    });
    api.clock.passSeconds(60);
    const { status, body } = await who();
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'forbidden' });
  });
});

describe('a tenant that is named in the request', () => {
  it.each<[string, Partial<ApiCall>]>([
    ['the query', { query: { tenant_id: 'other' } }],
    ['another spelling', { query: { tenantId: 'other' } }],
    ['a header', { headers: { 'x-tenant-id': 'other' } }],
    ['the path', { path: { tenant: 'other' } }],
  ])('is refused, recorded and told when it is another: in %s', async (_, call) => {
    const { status, body } = await who(call);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'tenant_mismatch' });
    expect(await api.audited('acme')).toContain('tenant.boundary_violated');
    expect(await api.audited('other')).toEqual([]);
    expect(api.events()).toEqual(['tenant.boundary_violated.v1']);
  });

  it('is refused in a body before the body is looked at', async () => {
    const { status, body } = await callApi(createTenants(api), {
      route: 'PUT /settings',
      body: { tenant_id: 'other', language: 7 },
    });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'tenant_mismatch' });
  });

  it('is ignored when it is the own one', async () => {
    const { status } = await who({
      query: { tenant_id: 'acme' },
      headers: { 'x-tenant-id': 'acme' },
    });
    expect(status).toBe(200);
  });

  it('is what an operator works on', async () => {
    const { status } = await callApi(createTenants(api), {
      route: 'POST /tenants',
      tenant: 'platform',
      groups: ['operator'],
      body: { tenant_id: 'newcomer', name: 'Newcomer', admin_email: 'ann@newcomer.example' },
    });
    expect(status).toBe(201);
    expect(await api.people.approvers(trustedTenant('newcomer'))).toMatchObject([
      { email: 'ann@newcomer.example', roles: ['admin'] },
    ]);
  });
});
