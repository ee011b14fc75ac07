import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemPages } from '#infra/openapi/problem-pages.ts';
import { PROBLEMS, pageNameOf, toProblem } from '#shared/http/problem.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import { PROBLEM_CODES } from '#shared/runtime/problem-code.ts';

const pages = problemPages();

describe('the pages about problems', () => {
  it('are one per code, and no other', () => {
    const files = readdirSync(new URL('../../docs/problems/', import.meta.url));
    expect(files.toSorted()).toEqual(
      Object.keys(pages)
        .map((name) => `${name}.md`)
        .toSorted(),
    );
  });

  it.each(PROBLEM_CODES)('say what it means and what to do: %s', (code) => {
    const { title, status } = PROBLEMS[code];
    const page = pages[pageNameOf(code)];
    expect(page).toContain(`# ${title}\n\n\`${code}\`, status ${status}\n`);
    expect(page).toContain('\n## What to do\n');
  });

  it('are where the type of a problem leads', () => {
    const { type } = toProblem(new NotFoundError('gone'), 'correlation');
    expect(type).toBe('/api/v1/onboarding/problems/not-found');
  });
});
