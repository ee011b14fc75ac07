import { parseArgs } from 'node:util';
import { evaluateModel } from './dialogues/evaluate-model.ts';
import { evaluatePlumbing } from './dialogues/evaluate-plumbing.ts';
import { evaluateRules } from './dialogues/evaluate-rules.ts';
import { readDialogues, UnusableFolderError } from './dialogues/read-dialogues.ts';

const OWN_DIALOGUES = new URL('../unit/conversation/dialogues/', import.meta.url).pathname;

/**
 * `npm run eval:dialogues [-- <folder> [language] [--model | --plumbing]]`: plays labelled dialogues
 * through the HTTP API of a local cloud and prints how much was understood; without a folder, our own.
 * By rules alone, with the model that is configured, or with a server that stands in for one.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      model: { type: 'boolean', default: false },
      plumbing: { type: 'boolean', default: false },
    },
  });
  const [folder = OWN_DIALOGUES, language] = positionals;
  const dialogues = readDialogues(folder, language);
  if (values.plumbing) {
    if (!(await evaluatePlumbing(dialogues))) process.exitCode = 1;
    return;
  }
  await (values.model ? evaluateModel(dialogues) : evaluateRules(dialogues));
}

try {
  await main();
} catch (error) {
  console.error(isExpected(error) ? error.message : error);
  process.exitCode = 1;
}

/** A wrong folder or a wrong argument: the message says all there is to say. */
function isExpected(error: unknown): error is Error {
  return error instanceof UnusableFolderError || error instanceof TypeError;
}
