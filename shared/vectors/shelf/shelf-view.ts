import { type CorpusStatistics, inverseFrequency } from '../bm25.ts';
import { queryVector, similarityTo, vectorAt } from '../quantise.ts';
import type { Coverage, KeywordQuery, SearchView } from '../search-view.ts';
import { TopK } from '../top-k.ts';
import type { ChunkMatch, Filter, StoredVersion, VectorQuery } from '../vector-store.ts';
import { admits } from './admits.ts';
import { keywordScores } from './keyword-scores.ts';
import {
  countChunksWith,
  countShown,
  type LoadedSegment,
  type ShownVersion,
} from './loaded-segment.ts';
import type { Segment } from './segment.ts';
import { chunkAt } from './stored-chunks.ts';

/** A tenant's whole shelf in memory: every search reads every chunk that its filter admits. */
export class ShelfView implements SearchView {
  readonly #segments: readonly LoadedSegment[];
  /** In the order of their documents, in which ties are ranked, whatever was merged with what. */
  readonly #shown: readonly ShownVersion[];
  readonly #statistics: CorpusStatistics;

  constructor(segments: readonly LoadedSegment[]) {
    this.#segments = segments;
    this.#shown = segments.flatMap(({ shown }) => shown).sort(byDocument);
    this.#statistics = statisticsOf(this.#shown);
  }

  get chunkCount(): number {
    return this.#statistics.chunkCount;
  }

  async nearest({ spaceId, vector, limit, filter }: VectorQuery): Promise<readonly ChunkMatch[]> {
    const query = queryVector(vector);
    const best = new TopK<Row>(limit);
    for (const version of this.#admitted(filter)) {
      const rows = version.segment.vectors.get(spaceId);
      if (!rows || version.count === 0) continue;
      if (rows.dimensions !== vector.length)
        throw new RangeError(`A query of ${vector.length} dimensions in ${spaceId}`);
      offerRows(best, version, (row) => similarityTo(query, rows, row));
    }
    return best.ranked().map(toMatch);
  }

  matching({ terms, limit, filter }: KeywordQuery): readonly ChunkMatch[] {
    const weights = new Map([...new Set(terms)].map((term) => [term, this.rarity(term)]));
    const scoresOf = onceEach((segment: Segment) =>
      keywordScores(this.#statistics, segment, weights),
    );
    const best = new TopK<Row>(limit);
    for (const version of this.#admitted(filter)) {
      const scores = scoresOf(version.segment);
      // A chunk with none of the terms is no match.
      offerRows(best, version, (row) => scores[row] || undefined);
    }
    return best.ranked().map(toMatch);
  }

  rarity(term: string): number {
    const chunksWithTerm = this.#segments.reduce(
      (sum, loaded) => sum + countChunksWith(loaded, term),
      0,
    );
    return chunksWithTerm === 0 ? 0 : inverseFrequency(this.#statistics, chunksWithTerm);
  }

  coverage(spaceId: string, filter?: Filter): Coverage {
    const admitted = this.#admitted(filter);
    const compared = admitted.filter(({ segment }) => segment.vectors.has(spaceId));
    return { chunks: countShown(admitted), withVector: countShown(compared) };
  }

  /** The versions that a filter admits, in the order in which ties are ranked. */
  versions(filter?: Filter): readonly ShelvedVersion[] {
    return this.#admitted(filter).map(({ listed, segment }) => ({
      ...listed,
      spaces: [...segment.vectors.keys()],
    }));
  }

  /** A visible version's chunk as a match of this score. @throws RangeError when there is none */
  matchAt(objectKey: string, row: number, score: number): ChunkMatch {
    const version = this.#versionAt(objectKey);
    return toMatch({ score, value: { version, row: version.first + row } });
  }

  /** A visible version's vectors of a space that it has, as exact as the shelf keeps them. */
  vectorsAt(objectKey: string, spaceId: string): readonly Float32Array[] {
    const { segment, first, count } = this.#versionAt(objectKey);
    const rows = segment.vectors.get(spaceId);
    return rows ? Array.from({ length: count }, (_, row) => vectorAt(rows, first + row)) : [];
  }

  #versionAt(objectKey: string): ShownVersion {
    const version = this.#shown.find(({ listed }) => listed.object_key === objectKey);
    if (!version) throw new RangeError(`Nothing visible is stored as ${objectKey}`);
    return version;
  }

  #admitted(filter: Filter = {}): readonly ShownVersion[] {
    const isAdmitted = admits(filter);
    return this.#shown.filter(({ listed }) => isAdmitted(listed));
  }
}

/** A visible version, and the spaces that the shelf has its vectors of. */
export interface ShelvedVersion extends StoredVersion {
  readonly spaces: readonly string[];
}

interface Row {
  readonly version: ShownVersion;
  readonly row: number;
}

function offerRows(
  best: TopK<Row>,
  version: ShownVersion,
  scoreOf: (row: number) => number | undefined,
): void {
  for (let row = version.first; row < version.first + version.count; row += 1) {
    const score = scoreOf(row);
    if (score !== undefined && best.wants(score)) best.offer(score, { version, row });
  }
}

function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

const byDocument = ({ listed: left }: ShownVersion, { listed: right }: ShownVersion): number => {
  if (left.document_id === right.document_id) return 0;
  return left.document_id < right.document_id ? -1 : 1;
};

function statisticsOf(shown: readonly ShownVersion[]): CorpusStatistics {
  const chunkCount = countShown(shown);
  let terms = 0;
  for (const { segment, first, count } of shown) {
    for (const length of segment.postings.lengths.subarray(first, first + count)) terms += length;
  }
  return { chunkCount, averageLength: Math.max(1, terms / Math.max(1, chunkCount)) };
}

function toMatch({ score, value }: { score: number; value: Row }): ChunkMatch {
  const { listed, segment } = value.version;
  const { document_id, version, facts } = listed;
  return { score, document_id, version, facts, chunk: chunkAt(segment.chunks, value.row) };
}
