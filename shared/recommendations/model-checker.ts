import type { Passage } from '#shared/knowledge/passages/find-passages.ts';
import { fence } from '#shared/language-model/fence.ts';
import type { LanguageModel, ModelFailure } from '#shared/language-model/language-model.ts';
import { promptName } from '#shared/language-model/prompt.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import prompts from '#templates/prompts/prompts.json' with { type: 'json' };
import type { CheckInput } from './check-input.ts';
import { type CheckerAnswer, checkerAnswer, JUDGED } from './checker-answer.ts';
import type { Finding } from './finding.ts';

export interface ModelCheckerDeps {
  readonly model: LanguageModel;
  readonly ids: Ids;
}

/** What the second, independent check came to. */
export type ModelCheck =
  | { readonly kind: 'checked'; readonly findings: readonly Finding[]; readonly checkedBy: string }
  /** The rules' findings stand alone. */
  | { readonly kind: 'unchecked'; readonly reason: ModelFailure };

const MAX_OUTPUT_TOKENS = 1_000;
const PROMPT = prompts['check-draft'];

/**
 * Has a model judge a draft that it did not make. It can only name findings from a list; what they are
 * called and weigh is ours, so nothing it says can raise the confidence in a draft.
 */
export async function checkDraftWithModel(
  { model, ids }: ModelCheckerDeps,
  tenant: Tenant,
  draft: CheckInput,
  deadlineMs: number,
): Promise<ModelCheck> {
  const outcome = await model.complete(tenant, {
    prompt: PROMPT,
    content: contentOf(draft, ids.uuid()),
    schema: checkerAnswer,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    deadlineMs,
  });
  if (outcome.kind !== 'ok') return { kind: 'unchecked', reason: outcome.kind };
  const findings = outcome.answer.findings.flatMap((finding) => findingOf(finding, draft));
  return { kind: 'checked', findings, checkedBy: promptName(PROMPT) };
}

function contentOf({ facts, drafts, passages = [] }: CheckInput, boundary: string): string {
  const { sessionId: _session, confidence: _confidence, ...said } = facts;
  return [
    fence('FACTS', JSON.stringify(said), boundary),
    fence('DRAFTS', JSON.stringify(drafts), boundary),
    fence('DOCUMENTS', passages.map(numbered).join('\n\n'), boundary),
  ].join('\n');
}

const numbered = ({ title, text, citation }: Passage, index: number): string =>
  `[${index}] ${[title, ...citation.heading_path].join(' > ')}\n${text}`;

/**
 * A finding about something that is in the draft, and in a passage where it is about documents; a
 * model that points elsewhere has found nothing.
 */
function findingOf(
  { code, draft: index, field, passage }: CheckerAnswer['findings'][number],
  { drafts, passages = [] }: CheckInput,
): Finding[] {
  const draft = drafts[index];
  const citation = code === 'contradicts_documents' ? passages[passage ?? -1]?.citation : undefined;
  if (!draft || (code === 'contradicts_documents' && !citation)) return [];
  const known = field !== '' && Object.hasOwn(draft.data, field);
  const pointer = known ? `/${index}/${field}` : `/${index}`;
  const found = { code, entityType: draft.kind, pointer, detail: JUDGED[code] };
  return [citation ? { ...found, citation } : found];
}
