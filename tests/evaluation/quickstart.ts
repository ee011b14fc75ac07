import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { quickStartRequest } from '#shared/site-templates/quick-start/quick-start-request.ts';
import { recommendTemplates } from '#shared/site-templates/quick-start.ts';

/**
 * `npm run eval:quickstart [-- <examples.jsonl>]`: the share of requests that get the right template;
 * without a file, of our own examples.
 */
const example = z.object({
  request: quickStartRequest,
  expected: z.string().nullable(),
  acceptable: z.array(z.string()),
  note: z.string().optional(),
});

const TARGET = 0.95;

const OWN_EXAMPLES = new URL('quickstart-examples.jsonl', import.meta.url);

const file = process.argv[2] ?? OWN_EXAMPLES;
const verdicts = readFileSync(file, 'utf8').trim().split('\n').map(judgeLine);
const right = verdicts.filter(Boolean).length;
console.log(
  `${right} of ${verdicts.length} right (${((100 * right) / verdicts.length).toFixed(1)} %)`,
);
if (right / verdicts.length < TARGET) process.exitCode = 1;

function judgeLine(line: string): boolean {
  const { request, expected, acceptable, note } = example.parse(JSON.parse(line));
  const { primary_template, confidence_score, next_steps } = recommendTemplates(request);
  const chosen = primary_template !== null && [expected, ...acceptable].includes(primary_template);
  const asked = expected === null && confidence_score < 0.5 && asks(next_steps);
  if (chosen || asked) return true;
  const got = `${primary_template} (${confidence_score.toFixed(2)})`;
  console.log(`wrong: “${request.industry}” → ${got}, not ${expected}; ${note ?? ''}`);
  return false;
}

function asks(steps: readonly string[]): boolean {
  return steps.some((step) => step.endsWith('?'));
}
