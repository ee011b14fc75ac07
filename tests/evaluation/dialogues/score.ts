import { median } from '#tests/bench/row.ts';
import type { PlayedDialogue } from './play-dialogue.ts';
import type { Verdict } from './verdict.ts';

/** What played dialogues come to. Shares are of 1. */
export interface Score {
  readonly dialogues: number;
  readonly slotF1: number;
  readonly values: Tally;
  /** Slots that had to stay empty; `wrong` were filled. */
  readonly empty: Tally;
  readonly falseFillRate: number;
  readonly replies: Tally;
  readonly drafts: Tally;
  /** Messages that were not taken. */
  readonly refused: number;
  /** Median; NaN where no dialogue came to a draft. */
  readonly questionsToDraft: number;
  readonly misses: readonly string[];
}

interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly missing: number;
  readonly all: number;
}

export function scoreOf(played: readonly PlayedDialogue[]): Score {
  const verdicts = played.flatMap((each) => each.verdicts);
  const tally = (about: Verdict['about']) => tallyOf(verdicts, about);
  const [values, empty] = [tally('value'), tally('no_value')];
  return {
    dialogues: played.length,
    slotF1: f1(values, empty.wrong),
    values,
    empty,
    falseFillRate: empty.wrong / Math.max(1, empty.all),
    replies: tally('reply'),
    drafts: tally('draft'),
    refused: tally('message').all,
    questionsToDraft: median(played.flatMap(({ questionsToDraft }) => questionsToDraft ?? [])),
    misses: missesIn(played),
  };
}

function tallyOf(verdicts: readonly Verdict[], about: Verdict['about']): Tally {
  const those = verdicts.filter((verdict) => verdict.about === about);
  const count = (outcome: Verdict['outcome']): number =>
    those.filter((verdict) => verdict.outcome === outcome).length;
  return {
    right: count('right'),
    wrong: count('wrong'),
    missing: count('missing'),
    all: those.length,
  };
}

/** Over labelled slots: a wrong value counts against precision and recall, a false fill against precision. */
function f1({ right, wrong, missing }: Tally, falseFills: number): number {
  const precision = right / Math.max(1, right + wrong + falseFills);
  const recall = right / Math.max(1, right + wrong + missing);
  return right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const SHOWN = 90;

/** `en-vault turn 2: site_name: missing "North"  <- "we call it …"` */
export const missesIn = (played: readonly PlayedDialogue[]): readonly string[] =>
  played.flatMap(({ dialogue, verdicts }) =>
    verdicts.flatMap(({ miss, at, said }) => {
      if (miss === undefined) return [];
      const quoted = said ? `  <- ${JSON.stringify(said.slice(0, SHOWN))}` : '';
      return [`${dialogue.id} ${at}: ${miss}${quoted}`];
    }),
  );
