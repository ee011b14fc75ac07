import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { PII_KINDS } from '#shared/knowledge/curation/pii/pii-span.ts';

const piiCase = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string(),
  spans: z.array(z.object({ type: z.enum(PII_KINDS), start: z.int(), end: z.int() })),
});
export type PiiCase = z.infer<typeof piiCase>;

/** Reads cases from a JSON list, or from one JSON object a line. */
export async function readPiiCases(file: string): Promise<readonly PiiCase[]> {
  const text = await readFile(file, 'utf8');
  const isList = text.trimStart().startsWith('[');
  const cases = isList
    ? JSON.parse(text)
    : text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
  return z.array(piiCase).parse(cases);
}
