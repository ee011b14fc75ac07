import { Errors, type Index } from '@pinecone-database/pinecone';
import { batchesOf } from '../batches.ts';
import type { VectorRow } from '../vector-database.ts';
import { readRecordId } from '../version-key.ts';

/** The service deletes 1,000 ids at once, and lists and fetches 100. */
const DELETED_AT_ONCE = { count: 1_000, bytes: 1_900_000 };
const PAGE = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 3_000;
const MOST_LOOKS = 40;

export async function idsWithPrefix(index: Index, prefix: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await unlessAbsent(
      index.listPaginated({
        limit: PAGE,
        ...(prefix && { prefix }),
        ...(paginationToken && { paginationToken }),
      }),
    );
    ids.push(...(page?.vectors ?? []).flatMap(({ id }) => id ?? []));
    paginationToken = page?.pagination?.next;
  } while (paginationToken);
  return ids;
}

export async function deleteIds(index: Index, ids: readonly string[]): Promise<void> {
  for (const batch of batchesOf(ids, DELETED_AT_ONCE, ({ length }) => length + 3))
    await index.deleteMany({ ids: [...batch] });
}

/** A version's records in the order of their ordinals. */
export async function readRecords(index: Index, key: string): Promise<readonly VectorRow[]> {
  const rows: VectorRow[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await unlessAbsent(
      index.fetchByMetadata({
        filter: { key: { $eq: key } },
        limit: PAGE,
        ...(paginationToken && { paginationToken }),
      }),
    );
    for (const { id, values = [] } of Object.values(page?.records ?? {}))
      rows.push({ ordinal: readRecordId(id).ordinal, vector: Float32Array.from(values) });
    paginationToken = page?.pagination?.next;
  } while (paginationToken);
  return rows.sort((left, right) => left.ordinal - right.ordinal);
}

/**
 * Waits until a question that `topK` records match finds as many.
 * @throws Error when that takes more than about two minutes
 */
export async function untilVisible(
  index: Index,
  pause: (milliseconds: number) => Promise<void>,
  question: { readonly vector: number[]; readonly filter: object; readonly topK: number },
): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { matches } = await index.query({ ...question });
    if (matches.length >= question.topK) return;
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
  throw new Error(`Pinecone does not show ${question.topK} records that it took`);
}

/** A namespace begins to be with its first record. */
async function unlessAbsent<Value>(value: Promise<Value>): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof Errors.PineconeNotFoundError) return undefined;
    throw error;
  }
}
