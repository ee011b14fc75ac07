import { readPiiCases } from './pii/pii-case.ts';
import { reportPii, scorePii } from './pii/score-pii.ts';

/** `npm run eval:pii -- [file …]`: precision and recall of what is masked; our own cases without a file. */
async function main(): Promise<void> {
  const own = new URL('pii/cases.jsonl', import.meta.url).pathname;
  const given = process.argv.slice(2);
  for (const file of given.length > 0 ? given : [own]) {
    const cases = await readPiiCases(file);
    const result = scorePii(cases);
    console.log(`\n${file}: ${cases.length} texts`);
    for (const line of [...reportPii(result), ...result.mistakes]) console.log(line);
  }
}

await main();
