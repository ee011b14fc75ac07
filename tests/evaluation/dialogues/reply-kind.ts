import { loadWording, type Wording } from '#shared/conversation/wording.ts';
import { INITIAL_SETUP_ORDER } from '#shared/slots/initial-setup.ts';

export type ReplyKind = 'ask' | 'confirm' | 'explain' | 'answer' | 'draft' | 'restart' | 'escalate';

/** The part of an answer on the wire that tells what kind of a reply it is. */
export interface WireReply {
  readonly state: string;
  readonly reply: string;
  readonly questions: readonly { readonly id: string }[];
  readonly citations: readonly unknown[];
}

/**
 * The kind of a reply, which the wire does not name, as a person tells it: by state, by question, by
 * citations, and by sentences of the language's message catalogue. A summary cannot be told from the
 * question that follows it and counts as `ask`; no label asks for one.
 */
export async function replyKindOf(language: string, answer: WireReply): Promise<ReplyKind> {
  const wording = await loadWording(language);
  const { state, reply, questions, citations } = answer;
  const says = (sentence: string): boolean => reply.includes(sentence);
  if (state === 'escalated') return 'escalate';
  if (says(wording.say('reply.restart'))) return 'restart';
  if (citations.length > 0 || notFound(wording).some(says)) return 'answer';
  if (DRAFTED.has(state)) return 'draft';
  if (reasons(wording).some(says)) return 'explain';
  return questions.some(({ id }) => id.endsWith('.confirm')) ? 'confirm' : 'ask';
}

const DRAFTED = new Set(['generating', 'awaiting_approval']);

/** What is said where the documents have no answer. */
const notFound = (wording: Wording): readonly string[] => [
  wording.say('answer.not_found'),
  'I could not find an answer to this in your documents.',
];

const reasons = (wording: Wording): readonly string[] =>
  INITIAL_SETUP_ORDER.map((slot) => wording.say(`why.${slot}`));
