import { writeFileSync } from 'node:fs';
import { PROMPT_BOOK, promptBook } from './prompt-book.ts';

// `npm run prompts`: after a change of a prompt or of the schema of its answer.
writeFileSync(PROMPT_BOOK, `${JSON.stringify(promptBook(), null, 2)}\n`);
