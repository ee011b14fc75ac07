import type { Caller } from '#shared/http/caller.ts';
import { completeConversation } from './complete-conversation.ts';
import type { Concluded } from './concluded.ts';
import type { DocumentAnswers } from './document-answers.ts';
import { handOver } from './hand-over.ts';
import type { Session } from './session.ts';
import { loadWording } from './wording.ts';

export interface LookIntoDeps {
  readonly documents: DocumentAnswers;
  readonly ids: { uuid(): string };
}

/** How soon a person must see to it. */
const URGENCY = { low: 'low', medium: 'medium', high: 'high', critical: 'high' } as const;

/** Answers a `troubleshooting` from the documents, or gives it a ticket and a person. */
export async function lookInto(
  { documents, ids }: LookIntoDeps,
  caller: Caller,
  session: Session,
  at: Date,
): Promise<Concluded> {
  const { symptom, area, severity } = session.slots;
  const problem = String(symptom?.value);
  const { text, citations } = await documents.answer(caller.tenant, problem);
  if (citations.length > 0) return { ...completeConversation(session), reply: text, citations };
  const wording = await loadWording(session.language);
  const reason = `${area?.value}: ${problem}`;
  const urgency = URGENCY[severity?.value ?? 'medium'];
  const handed = handOver({ ids }, session, { reason, urgency }, at);
  const ticket = handed.session.escalation?.ticket ?? '';
  return { ...handed, reply: wording.say('reply.ticket', { ticket }) };
}
