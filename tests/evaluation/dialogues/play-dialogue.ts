import type { Conversation, OpenConversation, Seen } from './conversation.ts';
import type { Dialogue } from './dialogue.ts';
import { judge, judgeDraft, judgeTaking, type Verdict } from './verdict.ts';

/** A verdict, and where in the dialogue it was given. */
interface PlacedVerdict extends Verdict {
  readonly at: string;
  readonly said: string;
}

export interface PlayedDialogue {
  readonly dialogue: Dialogue;
  readonly verdicts: readonly PlacedVerdict[];
  /** Questions that were answered up to the draft; undefined where there was none. */
  readonly questionsToDraft: number | undefined;
}

/** Holds a labelled conversation and judges what is understood after each message. */
export async function playDialogue(
  open: OpenConversation,
  dialogue: Dialogue,
): Promise<PlayedDialogue> {
  const conversation = counting(await open(dialogue));
  const said = dialogue.answers
    ? await answerQuestions(conversation, dialogue.answers)
    : await sayTurns(conversation, dialogue);
  const { final } = dialogue;
  const last = conversation.seen();
  const end = [...judge({ slots: final.slots }, last), judgeDraft(final.awaiting_approval, last)];
  return {
    dialogue,
    verdicts: [...said, ...placed(end, 'end', '')],
    questionsToDraft: last.drafted ? conversation.answered() : undefined,
  };
}

interface Counting {
  readonly seen: () => Seen;
  /** How often something was said while a question was open. */
  readonly answered: () => number;
  readonly say: (text: string) => Promise<Seen>;
}

function counting(conversation: Conversation): Counting {
  let seen = conversation.opening;
  let answered = 0;
  return {
    seen: () => seen,
    answered: () => answered,
    say: async (text) => {
      if (seen.asked.length > 0) answered += 1;
      seen = await conversation.say(text);
      return seen;
    },
  };
}

/** A conversation that goes round in circles is given up. */
const MOST_TURNS = 20;

/** Says what is laid down for the question that is asked, until nothing is or there is no answer. */
async function answerQuestions(
  conversation: Counting,
  answers: Readonly<Record<string, string>>,
): Promise<readonly PlacedVerdict[]> {
  const verdicts: PlacedVerdict[] = [];
  for (let turn = 1; turn <= MOST_TURNS && !conversation.seen().drafted; turn += 1) {
    const [slot = ''] = conversation.seen().asked;
    const answer = answers[slot];
    if (answer === undefined) break;
    const seen = await conversation.say(answer);
    verdicts.push(...placed(judgeTaking(seen), `answer ${turn}`, answer));
  }
  return verdicts;
}

async function sayTurns(
  conversation: Counting,
  { turns = [], tags }: Dialogue,
): Promise<readonly PlacedVerdict[]> {
  const verdicts: PlacedVerdict[] = [];
  for (const [index, { user, expect }] of turns.entries()) {
    const onlyAccepts = index === turns.length - 1 && tags.includes('accept_last');
    if (onlyAccepts && conversation.seen().drafted) break;
    const seen = await conversation.say(user);
    const all = [...judgeTaking(seen), ...judge(expect, seen)];
    verdicts.push(...placed(all, `turn ${index + 1}`, user));
  }
  return verdicts;
}

const placed = (verdicts: readonly Verdict[], at: string, said: string): PlacedVerdict[] =>
  verdicts.map((verdict) => ({ ...verdict, at, said }));
