import type { PlayedDialogue } from './play-dialogue.ts';
import { type Score, scoreOf } from './score.ts';

/** Prints how each language fared, with its misses, and all of them together. */
export function report(played: readonly PlayedDialogue[]): void {
  const languages = [...new Set(played.map(({ dialogue }) => dialogue.language))];
  for (const language of languages) {
    const score = scoreOf(played.filter(({ dialogue }) => dialogue.language === language));
    print(language, score);
    for (const miss of score.misses) console.log(`    ${miss}`);
  }
  if (languages.length > 1) print('all languages', scoreOf(played));
}

function print(title: string, score: Score): void {
  const { values, empty, replies, drafts, refused } = score;
  console.log(`\n${title}: ${score.dialogues} dialogues`);
  console.log(`  slot F1          ${score.slotF1.toFixed(3)}`);
  console.log(
    `  false fills      ${percent(score.falseFillRate)} (${empty.wrong} of ${empty.all})`,
  );
  console.log(
    `  wrong values     ${values.wrong}, missing ${values.missing}, right ${values.right}`,
  );
  console.log(`  reply kinds      ${replies.right} of ${replies.all}`);
  console.log(`  drafts as wanted ${drafts.right} of ${drafts.all}`);
  if (refused > 0) console.log(`  messages refused ${refused}`);
  const questions = Number.isNaN(score.questionsToDraft) ? '-' : score.questionsToDraft;
  console.log(`  questions to a draft (median) ${questions}`);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
