import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortInUseError } from '#infra/local/gateway/front-door.ts';
import { startLocalCloud } from '#infra/local/local-cloud.ts';
import { synthesizeFixture } from '#tests/support/fixture-app/synthesize-fixture.ts';
import { createClient } from '#tests/support/http-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'state-'));
const stateFolder = join(folder, 'state');
let assembly = '';

const withCloud = async <T>(
  options: { readonly stateFolder?: string },
  work: (cloud: Awaited<ReturnType<typeof startLocalCloud>>) => Promise<T>,
): Promise<T> => {
  const cloud = await startLocalCloud({ assembly, schedules: false, ...options });
  try {
    return await work(cloud);
  } finally {
    await cloud.stop();
  }
};

beforeAll(async () => {
  assembly = await synthesizeFixture(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the state of a local cloud', () => {
  it('survives a restart: data, and tokens that were given out', async () => {
    const alice = { tenant: 'acme', user: 'alice' };
    const token = await withCloud({ stateFolder }, async (cloud) => {
      const request = createClient(() => `${cloud.url}/api`);
      await request('POST /notes', { body: { text: 'kept' } });
      await cloud.drain();
      return cloud.token(alice);
    });
    await withCloud({ stateFolder }, async (cloud) => {
      const request = createClient(() => `${cloud.url}/api`);
      expect((await request('GET /notes')).body).toEqual({ notes: ['kept'] });
      expect((await request('GET /private', { token })).status).toBe(200);
      expect(cloud.logs('api')).toContain('note written');
    });
  });

  it('is its own when two run side by side', async () => {
    await withCloud({}, (first) =>
      withCloud({}, async (second) => {
        const write = createClient(() => `${first.url}/api`);
        await write('POST /notes', { body: { text: 'mine' } });
        const read = createClient(() => `${second.url}/api`);
        expect((await read('GET /notes')).body).toEqual({ notes: [] });
        const token = await first.token({ tenant: 'acme', user: 'alice' });
        expect((await read('GET /private', { token })).status).toBe(401);
      }),
    );
  });

  it('is never begun when somebody else has the port', async () => {
    await withCloud({}, async ({ url }) => {
      const port = Number(new URL(url).port);
      await expect(startLocalCloud({ assembly, port })).rejects.toThrow(PortInUseError);
    });
  });
});
