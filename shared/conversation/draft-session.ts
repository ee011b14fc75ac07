import { changeTo } from '#shared/changesets/change.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { CheckInput } from '#shared/recommendations/check-input.ts';
import { draftFacts } from '#shared/recommendations/draft-facts.ts';
import type { Finding } from '#shared/recommendations/finding.ts';
import { makeDraft } from '#shared/recommendations/maker.ts';
import type { ReasonWords } from '#shared/recommendations/reasons.ts';
import { recommend } from '#shared/recommendations/recommend.ts';
import type { Support } from '#shared/recommendations/support.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { consultDocuments, type DraftDocuments } from './draft-documents.ts';
import type { Session } from './session.ts';
import {
  type Draft,
  type DraftedSession,
  type SubmitDraftDeps,
  submitDraft,
} from './submit-draft.ts';
import { loadWording } from './wording.ts';

export interface DraftDeps extends SubmitDraftDeps {
  /** Where a model is configured, and the time to ask it. @default the rules judge alone */
  readonly secondOpinion?: SecondOpinion;
  readonly documents: DraftDocuments;
}

/** Port to a second, independent judge of a draft. What it cannot judge in time it finds nothing wrong with. */
export interface SecondOpinion {
  /** @param since when the turn began whose patience it shares */
  findings(tenant: Tenant, draft: CheckInput, since: Date): Promise<readonly Finding[]>;
}

/** Turns an `initial_setup` whose facts are complete into recommendations, and submits them. */
export async function draftSession(
  deps: DraftDeps,
  caller: Caller,
  session: Session,
  at: Date,
): Promise<DraftedSession> {
  const support = await consultDocuments(deps.documents, caller.tenant, session, at);
  const toCheck = checkInputOf(session, support);
  const findings = (await deps.secondOpinion?.findings(caller.tenant, toCheck, at)) ?? [];
  const words = await reasonWords(session);
  return submitDraft(deps, caller, session, draftOf(session, support, findings, words), at);
}

/** Reasons are said in the language of the conversation. */
async function reasonWords({ language }: Session): Promise<ReasonWords> {
  const { say } = await loadWording(language);
  return { say, inEnglish: language.toLowerCase().split('-')[0] === 'en' };
}

function checkInputOf({ id, slots, language }: Session, { passages = [] }: Support): CheckInput {
  const facts = draftFacts(id, slots, language);
  return { facts, drafts: makeDraft(facts), passages };
}

function draftOf(
  { id, slots, language }: Session,
  support: Support,
  secondOpinion: readonly Finding[],
  words: ReasonWords,
): Draft {
  const draft = recommend({
    sessionId: id,
    slots,
    language,
    words,
    support,
    checker: true,
    secondOpinion,
  });
  const changes = draft.drafts.flatMap((resource, index) => {
    const change = changeTo(resource);
    const recommendation_id = draft.recommendations[index]?.recommendation_id;
    return change ? [{ ...change, recommendation_id }] : [];
  });
  return {
    title: `Set up ${slots.site_name?.value ?? 'a site'}`,
    changes,
    recommendations: draft.recommendations,
    confidence: draft.consensus.confidence,
  };
}
