import { afterAll, beforeAll, inject } from 'vitest';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import type { LocalCloudOptions } from '#infra/local/local-cloud-options.ts';
import { createClient, type TestRequest, type TestResponse } from './http-client.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

/** The local cloud of one test file, with what a test needs around it. */
export interface TestCloud extends LocalCloud {
  /** Calls the API. @param route such as `POST /conversation/start`, below the API's base path */
  readonly request: (route: string, options?: TestRequest) => Promise<TestResponse>;
  /** A receiver of webhooks on this machine; it ends with the file. */
  readonly receiver: () => Promise<WebhookReceiver>;
}

export type TestCloudOptions = Partial<Omit<LocalCloudOptions, 'assembly'>> & {
  /** Makes another assembly than the product's. @returns its folder */
  readonly synthesize?: () => Promise<string>;
  /** @default the product's */
  readonly basePath?: string;
};

const BASE_PATH = '/api/v1/onboarding';

/** What AWS may do to anybody, tests get: repeated and reordered delivery, late indexes. */
const AS_ROUGH_AS_AWS = {
  deliveryFaults: {
    seed: Number(process.env.TEST_SEED ?? 1),
    duplicateProbability: 0.05,
    reorder: true,
  },
  indexLagMs: 200,
} as const;

/** Failures are to be seen soon, and nothing runs that a test did not ask for. */
const AS_FAST_AS_POSSIBLE = {
  asyncRetryDelaysMs: [10, 20],
  keepCalls: 100_000,
  retryAfterSeconds: 0,
  schedules: false,
} as const;

/** Brings up one ephemeral cloud for a test file and takes it down afterwards. */
export function useLocalCloud(options: TestCloudOptions = {}): TestCloud {
  const { basePath = BASE_PATH, synthesize, ...cloudOptions } = options;
  const stops: (() => Promise<void>)[] = [];
  let cloud: LocalCloud | undefined;
  beforeAll(async () => {
    process.env.TZ = 'UTC';
    cloud = await startLocalCloud({
      assembly: (await synthesize?.()) ?? inject('assembly'),
      environment: { EGRESS_ALLOW_CIDRS: '127.0.0.0/8' },
      ...AS_ROUGH_AS_AWS,
      ...AS_FAST_AS_POSSIBLE,
      ...cloudOptions,
    });
  });
  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await cloud?.stop();
  });
  const started = (): LocalCloud => {
    if (!cloud) throw new Error('The cloud starts with the first test of the file');
    return cloud;
  };
  return delegate(started, {
    request: createClient(() => `${started().url}${basePath}`),
    receiver: async () => {
      const receiver = await startReceiver();
      stops.push(receiver.stop);
      return receiver;
    },
  });
}

/** The cloud before it is there: each member is looked up when it is used. */
const delegate = (
  cloud: () => LocalCloud,
  own: Pick<TestCloud, 'request' | 'receiver'>,
): TestCloud => ({
  ...own,
  get url() {
    return cloud().url;
  },
  get endpoints() {
    return cloud().endpoints;
  },
  get faults() {
    return cloud().faults;
  },
  invoke: (...call) => cloud().invoke(...call),
  token: (signIn) => cloud().token(signIn),
  mails: () => cloud().mails(),
  logs: (name) => cloud().logs(name),
  calls: (name) => cloud().calls(name),
  callsOf: (id) => cloud().callsOf(id),
  forgetCalls: () => cloud().forgetCalls(),
  drain: (timeoutMs) => cloud().drain(timeoutMs),
  stop: () => cloud().stop(),
});
