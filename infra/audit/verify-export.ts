import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Link } from '#shared/audit/chain.ts';
import type { Finding } from '#shared/audit/finding.ts';
import { type ExportVerdict, verifyExport } from '#shared/audit/verify-export.ts';

const USAGE = `npm run audit:verify -- <export> [--anchor <file>]

  <export>         JSON lines of GET audit/export, all parts in one file
  --anchor <file>  anchors from the anchor bucket, JSON, one or more; without them a cut end does not show
`;

const NOTHING =
  'There is nothing to verify: the file holds no record, and no anchor says how many there must be.\n';

const anchor = z.object({ sequence: z.int().nonnegative(), hash: z.string() });

/** `npm run audit:verify`: holds an export against itself, on any machine. Exits 1 for a bad record, or none. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { anchor: { type: 'string', multiple: true, default: [] } },
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) return say(USAGE, 2);
  const anchors = values.anchor.flatMap(readAnchors);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  const verdict = await verifyExport(lines, anchors);
  if (verdict.firstBad) return say(complaint(verdict.firstBad), 1);
  const isEmpty = verdict.last.sequence + verdict.unlinked + anchors.length === 0;
  return isEmpty ? say(NOTHING, 1) : say(praise(verdict, anchors), 0);
}

const readAnchors = (file: string): readonly Link[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => anchor.parse(JSON.parse(line)));

function complaint({ fault, sequence, audit_id, detail }: Finding): string {
  const place = sequence === null ? 'A fact without a place' : `Record ${sequence}`;
  return `${place} is bad: ${fault}. ${detail}${audit_id ? ` (audit_id ${audit_id})` : ''}\n`;
}

function praise({ last, unlinked }: ExportVerdict, anchors: readonly Link[]): string {
  const waiting = unlinked > 0 ? `, ${unlinked} not linked yet` : '';
  const held = anchors.length > 0 ? `held against ${anchors.length} anchors` : 'no anchor given';
  return `${last.sequence} records are good${waiting}; ${held}.\nHead: ${last.sequence} ${last.hash}\n`;
}

function say(text: string, exitCode: number): number {
  (exitCode === 0 ? process.stdout : process.stderr).write(text);
  return exitCode;
}

process.exitCode = await main();
