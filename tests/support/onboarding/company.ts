import { randomUUID } from 'node:crypto';
import type { TestRequest, TestResponse } from '../http-client.ts';
import type { TestCloud } from '../local-cloud.ts';
import { requireDescribed } from './described.ts';

/** Somebody who is signed in, and what they send. Every answer is held against the API document. */
export interface Person {
  readonly tenant: string;
  readonly user: string;
  readonly email: string;
  readonly get: (path: string) => Promise<TestResponse>;
  /** With an `Idempotency-Key` of its own, unless one is given. */
  readonly post: (path: string, body?: unknown, idempotencyKey?: string) => Promise<TestResponse>;
  readonly put: (path: string, body: unknown, idempotencyKey?: string) => Promise<TestResponse>;
  readonly remove: (path: string, idempotencyKey?: string) => Promise<TestResponse>;
}

/** The people of a tenant, signed in, each with their roles. */
export async function company<Name extends string>(
  cloud: TestCloud,
  tenant: string,
  people: Readonly<Record<Name, readonly string[]>>,
): Promise<Readonly<Record<Name, Person>>> {
  const entries = Object.entries<readonly string[]>(people).map(
    async ([user, roles]) => [user, await signIn(cloud, tenant, user, roles)] as const,
  );
  // Object.fromEntries forgets the names, which are those it was given.
  return Object.fromEntries(await Promise.all(entries)) as Record<Name, Person>;
}

export async function signIn(
  cloud: TestCloud,
  tenant: string,
  user: string,
  roles: readonly string[],
): Promise<Person> {
  const email = `${user}@${tenant}.example`;
  const token = await cloud.token({ tenant, user, email, roles: [...roles] });
  const send = async (route: string, request: TestRequest = {}): Promise<TestResponse> => {
    const response = await cloud.request(route, { token, ...request });
    requireDescribed(route, response);
    return response;
  };
  return {
    tenant,
    user,
    email,
    get: (path) => send(`GET ${path}`),
    post: (path, body = {}, idempotencyKey = randomUUID()) =>
      send(`POST ${path}`, { body, idempotencyKey }),
    put: (path, body, idempotencyKey = randomUUID()) =>
      send(`PUT ${path}`, { body, idempotencyKey }),
    remove: (path, idempotencyKey = randomUUID()) => send(`DELETE ${path}`, { idempotencyKey }),
  };
}
