import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialogue, dialogueSchema } from './dialogue.ts';
import { f1, noScore, playDialogue, type Score } from './score.ts';

/** `npm run eval:dialogues -- <folder> [language]`: plays labelled dialogues and prints how much was understood. */
function main([folder, language]: readonly string[]): void {
  if (!folder) throw new Error('Usage: npm run eval:dialogues -- <folder> [language]');
  const dialogues = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => dialogueSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const languages = [...new Set(dialogues.map((dialogue) => dialogue.language))];
  for (const name of languages.filter((each) => !language || each === language)) {
    report(
      name,
      dialogues.filter((dialogue) => dialogue.language === name),
    );
  }
}

function report(language: string, dialogues: readonly Dialogue[]): void {
  const score = noScore();
  for (const dialogue of dialogues) playDialogue(dialogue, score);
  console.log(`\n${language}: ${dialogues.length} dialogues`);
  console.log(`  slot F1          ${f1(score).toFixed(3)}`);
  console.log(`  false fills      ${percent(score.falseFills, score.notFilled)}`);
  console.log(`  wrong values     ${score.wrong}, missing ${score.missing}, right ${score.right}`);
  console.log(`  reply kinds      ${score.repliesRight} of ${score.replies}`);
  console.log(`  drafts as wanted ${score.draftsRight} of ${score.dialogues}`);
  console.log(`  questions to a draft (median) ${median(score.questions)}`);
  printMisses(score);
}

function printMisses({ misses }: Score): void {
  for (const { dialogue, at, said, what } of misses) {
    console.log(
      `    ${dialogue} ${at}: ${what}${said ? `  <- ${JSON.stringify(said.slice(0, 90))}` : ''}`,
    );
  }
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part} of ${whole})`;

function median(values: readonly number[]): number | string {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? '-';
}

main(process.argv.slice(2));
