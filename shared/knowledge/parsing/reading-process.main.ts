import { Console } from 'node:console';
import { buffer } from 'node:stream/consumers';
import { type ContentType, contentType } from '../content-type.ts';
import { DocumentRejectedError } from '../errors.ts';
import { exhausted } from './damaged.ts';
import { parserFor } from './parsers.ts';
import type { ReadingAnswer } from './reading-answer.ts';

/**
 * The process that reads one file: it gets its media type as argument and its bytes as input, and
 * answers on its output. It knows no credentials, and may read nothing but its own code.
 */
async function main(): Promise<void> {
  // The output is for the answer alone, whatever a library has to say.
  globalThis.console = new Console(process.stderr);
  const declared = contentType.parse(process.argv[2]);
  const answer = await answerFor(declared, new Uint8Array(await buffer(process.stdin)));
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

async function answerFor(declared: ContentType, bytes: Uint8Array): Promise<ReadingAnswer> {
  try {
    const { text, page_count } = await parserFor(declared).parse(bytes);
    // Halves of characters could not be written down.
    return { text: text.toWellFormed(), page_count };
  } catch (error) {
    if (error instanceof DocumentRejectedError) return { rejected: error.message };
    const rejected = exhausted(error);
    if (rejected === undefined) throw error;
    return { rejected };
  }
}

main().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
