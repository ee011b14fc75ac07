import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '#infra/local/local-cloud.ts';
import { synthesize } from '#infra/local/synthesize.ts';
import { chunkerRows } from './chunker-rows.ts';
import { handlerRows } from './handler-rows.ts';
import { localCloudStart } from './local-cloud-start.ts';
import { machine } from './machine.ts';
import { roundTripRows } from './round-trip-rows.ts';
import { type Row, show } from './row.ts';
import { shelfRows } from './shelf-rows.ts';
import { turnRows } from './turn-rows.ts';

/** `npm run bench`: what things take on this machine. It tells, it never judges. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onboarding-bench-'));
  const assembly = join(folder, 'cdk.out');
  try {
    await synthesize(assembly);
    show(machine(), [
      ...(await measureOn(assembly)),
      await localCloudStart(),
      ...(await shelfRows()),
      ...(await chunkerRows()),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOn(assembly: string): Promise<readonly Row[]> {
  // One instance per function, so that the second request of a tenant finds what the first filled.
  const cloud = await startLocalCloud({ assembly, keepCalls: 10_000, maxInstances: 1 });
  try {
    return [
      ...(await handlerRows(cloud)),
      ...(await roundTripRows(cloud)),
      ...(await turnRows(cloud)),
    ];
  } finally {
    await cloud.stop();
  }
}

await main();
