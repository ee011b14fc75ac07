import { verifyExport } from '#shared/audit/verify-export.ts';
import { auditStorm } from '#tests/support/audit/audit-storm.ts';
import { machine } from './machine.ts';

/**
 * `npm run bench:audit -- [writers] [facts each]`: many write at once to the table in memory, with
 * collisions, crashes and bad delivery; then the chain they left is verified. Exits 1 if it is not whole.
 */
async function main(writers = 100, factsEach = 1_000): Promise<void> {
  const expected = writers * factsEach;
  const start = performance.now();
  const { chain, unlinked, linkedLate } = await auditStorm({ seed: 1, writers, factsEach });
  const written = performance.now();
  const { last, firstBad } = await verifyExport(chain.map((record) => JSON.stringify(record)));
  const verified = performance.now();
  const facts = new Set(chain.map(({ target }) => target)).size;
  console.log(`${machine()}
${writers} writers × ${factsEach} facts, linked in ${seconds(written - start)}, verified in ${seconds(verified - written)}
${last.sequence} good records of ${facts} facts, first bad record: ${firstBad?.sequence ?? 'none'}
${linkedLate} linked by housekeeping, ${unlinked} left unlinked`);
  const whole = !firstBad && unlinked === 0 && facts === expected && last.sequence === expected;
  process.exitCode = whole ? 0 : 1;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const [writers, factsEach] = process.argv.slice(2).map(Number);
await main(writers, factsEach);
