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

/** A draft as the checker sees it. */
export interface DraftToCheck extends CheckInput {
  /** Passages of the tenant's documents that bear on the draft, as text. */
  readonly passages: readonly string[];
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
  draft: DraftToCheck,
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

function contentOf({ facts, drafts, passages }: DraftToCheck, boundary: string): string {
  const { sessionId: _session, confidence: _confidence, ...said } = facts;
  return [
    fence('FACTS', JSON.stringify(said), boundary),
    fence('DRAFTS', JSON.stringify(drafts), boundary),
    fence('DOCUMENTS', passages.join('\n\n'), boundary),
  ].join('\n');
}

/** A finding about something that is in the draft; a model that points elsewhere has found nothing. */
function findingOf(
  { code, draft: index, field }: CheckerAnswer['findings'][number],
  { drafts }: DraftToCheck,
): Finding[] {
  const draft = Number.isInteger(index) ? drafts[index] : undefined;
  if (!draft) return [];
  const known = field !== '' && Object.hasOwn(draft.data, field);
  const pointer = known ? `/${index}/${field}` : `/${index}`;
  return [{ code, entityType: draft.kind, pointer, detail: JUDGED[code] }];
}
