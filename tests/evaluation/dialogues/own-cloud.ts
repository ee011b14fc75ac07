import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import type { LocalCloudOptions } from '#infra/local/local-cloud-options.ts';
import { synthesize } from '#infra/local/synthesize.ts';

/** The whole product on this machine for as long as `use` takes, as `npm start -- --ephemeral --port 0`. */
export async function withOwnCloud<Result>(
  options: Pick<LocalCloudOptions, 'environment' | 'maxInstances'>,
  use: (cloud: LocalCloud) => Promise<Result>,
): Promise<Result> {
  // Lambda's clocks show UTC.
  process.env['TZ'] = 'UTC';
  const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
  const assembly = join(folder, 'cdk.out');
  try {
    await synthesize(assembly);
    await using cloud = asDisposable(await startLocalCloud({ ...options, assembly }));
    return await use(cloud);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asDisposable = (cloud: LocalCloud): LocalCloud & AsyncDisposable => ({
  ...cloud,
  [Symbol.asyncDispose]: () => cloud.stop(),
});
