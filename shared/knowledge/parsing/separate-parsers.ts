import { type ContentType, contentType } from '../content-type.ts';
import { DocumentRejectedError } from '../errors.ts';
import type { DocumentParser } from './document-parser.ts';
import { readingAnswer } from './reading-answer.ts';
import { type ReadingLimits, runReadingProcess } from './reading-process.ts';

const LIMITS: ReadingLimits = { timeoutMs: 60_000, memoryMegabytes: 1024 };

/** Parsers by media type that read every file in a process of its own, with its time and its memory. */
export const separateParsers = (limits = LIMITS): Readonly<Record<string, DocumentParser>> =>
  Object.fromEntries(contentType.options.map((type) => [type, separateParser(type, limits)]));

/** @throws DocumentRejectedError also for what runs out of time or memory: it would do so again. */
const separateParser = (declared: ContentType, limits: ReadingLimits): DocumentParser => ({
  parse: async (bytes) => {
    const ended = await runReadingProcess(bytes, declared, limits);
    if (ended.end === 'crashed')
      throw new Error(`Reading ended without an answer: ${ended.detail}`);
    if (ended.end !== 'answered') throw new DocumentRejectedError(REASONS[ended.end]);
    const answer = readingAnswer.parse(JSON.parse(ended.answer));
    if ('rejected' in answer) throw new DocumentRejectedError(answer.rejected);
    return answer;
  },
});

const REASONS = {
  timed_out: 'The file takes too long to read; it may be damaged',
  out_of_memory: 'The file needs more memory to read than is allowed; it may be damaged',
} as const;
