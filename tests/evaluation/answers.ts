import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { halvesOf } from './answers/halves.ts';
import { type AnswerScore, scoreAnswers } from './answers/score-answers.ts';
import { type RetrievalSet, readRetrievalSet } from './retrieval/retrieval-set.ts';
import { shelveSet } from './retrieval/shelve-set.ts';

/**
 * `npm run eval:answers -- --data <folder>`: how many questions are answered, from the right passage,
 * and how many of those that the documents do not answer are left unanswered. In every set of the
 * folder, half by half: the threshold was chosen on the first half, the second was not looked at.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (!values.data) throw new Error('Say where the sets are: --data <folder>');
  const entries = await readdir(values.data, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const sets = await Promise.all(names.map((name) => readRetrievalSet(values.data ?? '', name)));
  for (const set of sets) {
    console.log(`\n${set.name}`);
    for (const [at, half] of halvesOf(set).entries()) {
      const shelved = await shelveSet(half.set, localHashProvider);
      const score = await scoreAnswers(shelved, half);
      print(at === 0 ? 'calibration' : 'held out', score);
      const foreign = await scoreAnswers(shelved, {
        answerable: [],
        unanswerable: others(set, sets),
      });
      console.log(`    questions of other sets left unanswered ${share(foreign.leftOpen)}`);
    }
  }
}

/** A hundred questions of other sets. Sets of one name are translations of each other: they share answers. */
function others(set: RetrievalSet, sets: readonly RetrievalSet[]) {
  const family = ({ name }: RetrievalSet) => name.split('-')[0];
  const questions = sets
    .filter((other) => family(other) !== family(set))
    .flatMap((other) => other.questions);
  const step = Math.max(1, Math.floor(questions.length / 100));
  return questions.filter((_, at) => at % step === 0).slice(0, 100);
}

function print(half: string, { answered, right, leftOpen, unanswerable }: AnswerScore): void {
  console.log(
    `  ${half.padEnd(12)} answered ${share(answered)}, of these from the right passage ${share(right)}; ` +
      `not found ${share(leftOpen)} of ${unanswerable} of the missing half`,
  );
}

const share = (of: number): string => `${(of * 100).toFixed(1)} %`;

await main();
