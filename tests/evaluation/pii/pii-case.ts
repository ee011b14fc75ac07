import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { piiKind } from '#shared/knowledge/curation/pii/pii.ts';

const piiCase = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string(),
  spans: z.array(
    z
      .object({ type: piiKind, start: z.int(), end: z.int() })
      .transform(({ type, ...place }) => ({ kind: type, ...place })),
  ),
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
