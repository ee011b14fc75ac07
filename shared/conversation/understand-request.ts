import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Table } from '#shared/store/table.ts';
import { type Heard, hear } from './hear.ts';
import { isOf } from './is-of.ts';
import { type Moves, NO_MOVES } from './moves.ts';
import { findNamedThings, mentionsOf, type NamedThings } from './named-sites.ts';
import type { OtherConversation, Proposal, Proposer } from './proposer.ts';
import { type Answer, readAnswers } from './read-answers.ts';
import type { Session } from './session.ts';
import { DESCRIPTION_WORDS, tellsProblem } from './told-problem.ts';
import type { Wording } from './wording.ts';
import { countWords } from './wordings-in-text.ts';

export interface UnderstandDeps {
  readonly table: Table;
  readonly proposer: Proposer;
}

/** A message about sites that are there. */
export interface ToldRequest {
  readonly session: Session;
  readonly type: OtherConversation['type'];
  readonly wording: Wording;
  readonly text: string;
  /** What the context of the message says. */
  readonly given: readonly Proposal[];
}

/** What a message says where something is to be changed, mended or wished for. */
export async function understandRequest(
  deps: UnderstandDeps,
  tenant: Tenant,
  { session, type, wording, text, given }: ToldRequest,
): Promise<Heard> {
  const things = await findNamedThings(deps.table, tenant);
  const meant = (moves: Moves) =>
    describes(session, wording, text) ? asDescription(moves) : moves;
  const heard = await hear(deps.proposer, tenant, asCounting(session), text, (moves) => ({
    type,
    asked: session.pending,
    things,
    interpret: (found, said = text) =>
      interpret({ session, wording, text: said, moves: meant(moves), things }, found),
  }));
  const known = given.map((proposal) => resolved(things, proposal));
  return {
    moves: answering(session, meant(heard.moves)),
    proposals: [...heard.proposals, ...known],
  };
}

/** A yes is none where nothing was asked that it could answer. */
const answering = ({ pending }: Session, moves: Moves): Moves =>
  pending?.kind === 'fill' ? { ...moves, accept: false, decline: false } : moves;

/** What was read as numbers, hours and the like, in the slots of this type, and its own slots besides. */
function interpret(answer: Answer, found: readonly Proposal[]): readonly Proposal[] {
  const { session } = answer;
  const read = readAnswers(answer, found);
  const counted = found.map((proposal) => ({
    ...proposal,
    slot: countedSlot(session, read, proposal.slot),
  }));
  // Who says a value where a site was asked for has not named an unknown site.
  const values = [...counted, ...read].filter(isOf(session)).filter(({ value }) => value !== '');
  const named = values.length > 0 ? read.filter(({ value }) => value !== '') : read;
  return [...counted, ...named];
}

/** Counts are read as the rules read them for `expected_users`, whatever it is that is counted. */
const COUNTS: readonly SlotName[] = ['shift_people', 'affected_users'];

const asCounting = (session: Session): Session =>
  session.pending && COUNTS.includes(session.pending.slot)
    ? { ...session, pending: { ...session.pending, slot: 'expected_users' } }
    : session;

function countedSlot(session: Session, read: readonly Proposal[], slot: SlotName): SlotName {
  if (slot !== 'expected_users') return slot;
  if (session.type === 'feature_request') return 'affected_users';
  const ofShift =
    session.slots.change_field?.value === 'shift_people' ||
    session.slots.shift_name !== undefined ||
    read.some((said) => said.slot === 'shift_name' || said.value === 'shift_people');
  return ofShift ? 'shift_people' : slot;
}

function describes({ pending, slots }: Session, wording: Wording, text: string): boolean {
  const wanted = pending?.slot === 'symptom' || pending?.slot === 'request_description';
  if (wanted) return countWords(text) >= DESCRIPTION_WORDS;
  const optional = pending?.slot === 'since_when' || pending?.slot === 'target_site';
  return optional && slots.symptom !== undefined && tellsProblem(wording, text);
}

/** "Why does it not let us in?" is no question about the dialogue, nor one for the documents yet. */
const asDescription = (moves: Moves): Moves => ({
  ...NO_MOVES,
  human: moves.human,
  startOverAt: moves.startOverAt,
});

/** Applications know sites by name, too; an unknown one is refused like any value out of bounds. */
function resolved({ sites }: NamedThings, proposal: Proposal): Proposal {
  if (proposal.slot !== 'target_site') return proposal;
  const [mention] = mentionsOf(String(proposal.value), sites);
  return { ...proposal, value: mention?.value ?? '' };
}
