import { parseArgs } from 'node:util';
import { withOwnCloud } from './dialogues/own-cloud.ts';
import { playOverHttp } from './dialogues/play-over-http.ts';
import { readDialogues, UnusableFolderError } from './dialogues/read-dialogues.ts';
import { report } from './dialogues/report.ts';

/**
 * `npm run eval:dialogues [-- <folder> [language]]`: plays labelled dialogues through the HTTP API of a
 * local cloud and prints how much was understood; without a folder, our own.
 */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder = OWN_DIALOGUES, language] = positionals;
  const dialogues = readDialogues(folder, language);
  report(await withOwnCloud({}, (cloud) => playOverHttp(cloud, dialogues)));
}

const OWN_DIALOGUES = new URL('../unit/conversation/dialogues/', import.meta.url).pathname;

try {
  await main();
} catch (error) {
  console.error(error instanceof UnusableFolderError ? error.message : error);
  process.exitCode = 1;
}
