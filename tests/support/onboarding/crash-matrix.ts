import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Moment } from '#infra/local/instrumentation/faults.ts';
import type { TestResponse } from '../http-client.ts';
import type { TestCloud } from '../local-cloud.ts';
import { forget, stateOf } from './tenant-items.ts';

/** A tenant one request away from a change; the request is the same, key and all, each time. */
export type Prepare = (tenant: string) => Promise<() => Promise<TestResponse>>;

export interface CrashPoint {
  /** Which SDK call of the function, from 1. */
  readonly nth: number;
  readonly when: Moment;
}

/** What a request changes when nothing goes wrong. */
export interface Uncrashed {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export async function playUncrashed(
  cloud: TestCloud,
  tenant: string,
  prepare: Prepare,
): Promise<Uncrashed> {
  const send = await prepare(tenant);
  const before = await stateOf(cloud.endpoints, tenant);
  const { status, text } = await send();
  expect(status, text).toBeLessThan(300);
  const after = await stateOf(cloud.endpoints, tenant);
  expect(after).not.toEqual(before);
  return { before, after };
}

/**
 * Kills the function at one of its SDK calls. Then there is nothing or everything, and the same
 * request ends it: once. Returns false where the function has no such call.
 */
export async function crashAt(
  cloud: TestCloud,
  functionName: string,
  point: CrashPoint,
  tenant: string,
  prepare: Prepare,
  expected: Uncrashed,
): Promise<boolean> {
  const send = await prepare(tenant);
  const fault = cloud.faults.crash({ function: functionName, ...point });
  const crashed = await send();
  cloud.faults.clear();
  if (fault.fired() === 0) return false;
  const where = `${point.when} call ${point.nth} of ${functionName}`;
  expect(crashed.status, `crashed ${where}`).toBe(500);
  const left = await stateOf(cloud.endpoints, tenant);
  const nothing = isDeepStrictEqual(left, expected.before);
  if (!nothing) expect(left, `left by a crash ${where}`).toEqual(expected.after);
  const retried = await send();
  expect(retried.status, `${where}: ${retried.text}`).toBeLessThan(300);
  expect(retried.headers.has('idempotent-replayed'), `replayed ${where}`).toBe(!nothing);
  const end = await stateOf(cloud.endpoints, tenant);
  expect(end, `in the end, after a crash ${where}`).toEqual(expected.after);
  await forget(cloud.endpoints, tenant);
  return true;
}
