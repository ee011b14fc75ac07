import { readFileSync } from 'node:fs';
import { pageNameOf } from '#shared/http/problem.ts';
import { PROBLEM_CODES } from '#shared/runtime/problem-code.ts';

const FOLDER = new URL('../../docs/problems/', import.meta.url);

/** The page of every problem code, as Markdown, by the name under which it is served. */
export const problemPages = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    PROBLEM_CODES.map(pageNameOf)
      .toSorted()
      .map((name) => [name, readFileSync(new URL(`${name}.md`, FOLDER), 'utf8')]),
  );
