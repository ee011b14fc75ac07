import { fence } from '#shared/language-model/fence.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import prompts from '#templates/prompts/prompts.json' with { type: 'json' };
import type { WriteRequest } from './answer-writer.ts';
import { type WrittenStatement, writtenAnswer } from './written-answer.ts';

export interface WriteAnswerDeps {
  readonly model: LanguageModel;
  readonly ids: Ids;
}

const MAX_OUTPUT_TOKENS = 800;
/** Of all passages together: some 3,000 tokens, in scripts of short tokens up to 12,000. */
const MOST_CHARACTERS = 12_000;
/** Whoever waits for an answer would rather have the documents' own words than wait longer. */
const DEADLINE_MS = 12_000;

/** Has a model word an answer; what fails, is refused or comes too late is no statement. */
export async function writeAnswer(
  { model, ids }: WriteAnswerDeps,
  tenant: Tenant,
  { question, passages }: WriteRequest,
): Promise<readonly WrittenStatement[]> {
  const boundary = ids.uuid();
  const outcome = await model.complete(tenant, {
    prompt: prompts['answer-question'],
    content: [
      fence('QUESTION', question, boundary),
      fence('PASSAGES', withinBudget(passages).join('\n\n'), boundary),
    ].join('\n'),
    schema: writtenAnswer,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    deadlineMs: DEADLINE_MS,
  });
  return outcome.kind === 'ok' ? outcome.answer.statements : [];
}

/** The best passages, as long as they fit; the first one always, cut. */
function withinBudget(passages: readonly ChunkMatch[]): readonly string[] {
  let left = MOST_CHARACTERS;
  return passages.map(numbered).flatMap((text, at) => {
    const fits = at === 0 ? text.slice(0, left) : text;
    left -= fits.length;
    return left >= 0 ? [fits] : [];
  });
}

const numbered = ({ facts, chunk }: ChunkMatch, at: number): string =>
  `[${at}] ${[facts.title, ...chunk.heading_path].join(' > ')}\n${chunk.text}`;
