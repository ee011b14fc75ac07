import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '#infra/local/local-cloud.ts';
import { synthesize } from '#infra/local/synthesize.ts';

/** What an operator would set in `.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Brings the product up, as `npm start -- --ephemeral --port 0`, for as long as `use` takes. */
export type OnOwnCloud = <Result>(
  environment: Environment,
  use: (cloud: LocalCloud) => Promise<Result>,
) => Promise<Result>;

/** Builds the product once, for as many clouds as `use` needs one after the other. */
export async function withProduct<Result>(
  use: (onOwnCloud: OnOwnCloud) => Promise<Result>,
): Promise<Result> {
  // Lambda's clocks show UTC.
  process.env['TZ'] = 'UTC';
  const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
  const assembly = join(folder, 'cdk.out');
  try {
    await synthesize(assembly);
    return await use((environment, onCloud) => onCloudOf(assembly, environment, onCloud));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onCloudOf<Result>(
  assembly: string,
  environment: Environment,
  use: (cloud: LocalCloud) => Promise<Result>,
): Promise<Result> {
  // One instance per function, so that what it knows of a model's health is all there is to know.
  const cloud = await startLocalCloud({ assembly, environment, maxInstances: 1 });
  try {
    return await use(cloud);
  } finally {
    await cloud.stop();
  }
}
