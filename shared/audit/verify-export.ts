import { GENESIS, type Link } from './chain.ts';
import { type Finding, findingOf } from './finding.ts';
import {
  type AnchorBook,
  anchorBook,
  verifyAnchoredEnd,
  verifyRecord,
  verifyUnlinked,
} from './verify-chain.ts';

export interface ExportVerdict {
  /** The last record that is good. */
  readonly last: Link;
  readonly unlinked: number;
  readonly firstBad: Finding | undefined;
}

/**
 * Judges an export line by line, away from the system that made it. Without anchors a cut end cannot be
 * told from a chain that was shorter then.
 * @param asOf when the export was made; by default its youngest record says
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  anchors: readonly Link[] = [],
  asOf?: Date,
): Promise<ExportVerdict> {
  const judge = new ExportJudge(anchorBook(anchors));
  for await (const line of lines) {
    const bad = line.trim() === '' ? undefined : judge.take(line);
    if (bad) return judge.verdict(bad);
  }
  return judge.verdict(judge.end(asOf));
}

/** What the lines so far have come to. */
class ExportJudge {
  readonly #anchors: AnchorBook;
  readonly #unlinked: object[] = [];
  #last: Link = GENESIS;
  #youngest = '';

  constructor(anchors: AnchorBook) {
    this.#anchors = anchors;
  }

  take(line: string): Finding | undefined {
    const record = parsed(line);
    if (!record) return findingOf('altered', this.#last.sequence + 1);
    if (timeOf(record) > this.#youngest) this.#youngest = timeOf(record);
    if ('sequence' in record && record.sequence === null) {
      this.#unlinked.push(record);
      return undefined;
    }
    const verdict = verifyRecord(this.#last, record, this.#anchors);
    if (verdict.kind === 'bad') return verdict.finding;
    this.#last = verdict.last;
    return undefined;
  }

  end(asOf = new Date(this.#youngest || 0)): Finding | undefined {
    return verifyAnchoredEnd(this.#last, this.#anchors) ?? verifyUnlinked(this.#unlinked, asOf);
  }

  verdict(firstBad: Finding | undefined): ExportVerdict {
    return { last: this.#last, unlinked: this.#unlinked.length, firstBad };
  }
}

function parsed(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const timeOf = (record: object): string =>
  'at' in record && typeof record.at === 'string' ? record.at : '';
