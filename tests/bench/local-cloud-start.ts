import { startOwnSystem } from '#infra/local/demo/own-system.ts';
import { median, milliseconds, type Row, repeat } from './row.ts';

/** `npm start -- --ephemeral` with everything bundled before, to `ready`. */
export async function localCloudStart(): Promise<Row> {
  const times = await repeat(async () => {
    const begun = performance.now();
    const system = await startOwnSystem();
    const took = performance.now() - begun;
    await system.stop();
    return took;
  });
  return { what: 'npm start, warm, to ready', value: milliseconds(median(times)) };
}
