import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Dialogue, dialogueSchema } from './dialogue.ts';

/** A folder that cannot be evaluated, told to whoever named it. */
export class UnusableFolderError extends Error {
  override readonly name = 'UnusableFolderError';
}

/**
 * The labelled dialogues of a folder, by file name, of one language (BCP 47) where one is given.
 * @throws UnusableFolderError where there are none, or where a file is no labelled dialogue
 */
export function readDialogues(folder: string, language?: string): readonly Dialogue[] {
  const dialogues = namesIn(folder)
    .map((name) => readDialogue(join(folder, name)))
    .filter((dialogue) => language === undefined || dialogue.language === language);
  if (dialogues.length > 0) return dialogues;
  const which = language === undefined ? 'labelled dialogues' : `dialogues in ${language}`;
  throw new UnusableFolderError(`${folder} holds no ${which} (*.json).`);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch (error) {
    throw new UnusableFolderError(`${folder} is not a folder that can be read.`, { cause: error });
  }
}

function readDialogue(file: string): Dialogue {
  try {
    return dialogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new UnusableFolderError(`${file} is no labelled dialogue: ${why}`, { cause: error });
  }
}
