import { type CorpusStatistics, inverseFrequency } from '../bm25.ts';
import { similarityTo } from '../quantise.ts';
import type { Coverage, KeywordQuery, SearchView } from '../search-view.ts';
import { TopK } from '../top-k.ts';
import type { ChunkMatch, Filter, StoredVersion, VectorQuery } from '../vector-store.ts';
import { keywordScores } from './keyword-scores.ts';
import { type LoadedSegment, postingsOf } from './loaded-segment.ts';
import type { ListedSegment } from './segment-list.ts';

/** A tenant's whole shelf in memory: every search reads every chunk that its filter admits. */
export class ShelfView implements SearchView {
  readonly #segments: readonly LoadedSegment[];
  readonly #statistics: CorpusStatistics;

  constructor(segments: readonly LoadedSegment[]) {
    this.#segments = segments;
    this.#statistics = statisticsOf(segments);
  }

  get chunkCount(): number {
    return this.#statistics.chunkCount;
  }

  async nearest({ spaceId, vector, limit, filter }: VectorQuery): Promise<readonly ChunkMatch[]> {
    const best = new TopK<Row>(limit);
    for (const loaded of this.#admitted(filter)) {
      const rows = loaded.segment.vectors.get(spaceId);
      if (!rows) continue;
      if (rows.dimensions !== vector.length)
        throw new RangeError(`A query of ${vector.length} dimensions in ${spaceId}`);
      offerAll(best, loaded, (row) => similarityTo(vector, rows, row));
    }
    return best.ranked().map(toMatch);
  }

  matching({ terms, limit, filter }: KeywordQuery): readonly ChunkMatch[] {
    const weights = new Map([...new Set(terms)].map((term) => [term, this.rarity(term)]));
    const best = new TopK<Row>(limit);
    for (const loaded of this.#admitted(filter)) {
      const scores = keywordScores(this.#statistics, loaded, weights);
      offerAll(
        best,
        loaded,
        (row) => scores[row] ?? 0,
        (score) => score > 0,
      );
    }
    return best.ranked().map(toMatch);
  }

  rarity(term: string): number {
    let chunksWithTerm = 0;
    for (const loaded of this.#segments) {
      const { from, to } = postingsOf(loaded, term);
      chunksWithTerm += to - from;
    }
    return chunksWithTerm === 0 ? 0 : inverseFrequency(this.#statistics, chunksWithTerm);
  }

  coverage(spaceId: string, filter?: Filter): Coverage {
    const admitted = this.#admitted(filter);
    const compared = admitted.filter(({ segment }) => segment.vectors.has(spaceId));
    return { chunks: countChunks(admitted), withVector: countChunks(compared) };
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
    const loaded = this.#segments.find(({ listed }) => listed.object_key === objectKey);
    if (!loaded) throw new RangeError(`Nothing visible is stored as ${objectKey}`);
    return toMatch({ score, value: { loaded, row } });
  }

  #admitted(filter: Filter = {}): readonly LoadedSegment[] {
    const wanted = Object.entries(filter);
    return this.#segments.filter(({ listed }) =>
      wanted.every(([name, values]) => hasOne(listed, name, values)),
    );
  }
}

/** A visible version, and the spaces that the shelf has its vectors of. */
export interface ShelvedVersion extends StoredVersion {
  readonly spaces: readonly string[];
}

interface Row {
  readonly loaded: LoadedSegment;
  readonly row: number;
}

const countChunks = (segments: readonly LoadedSegment[]): number =>
  segments.reduce((sum, { listed }) => sum + listed.chunk_count, 0);

function hasOne(listed: ListedSegment, name: string, values: readonly string[]): boolean {
  if (name === 'document_id') return values.includes(listed.document_id);
  const own = Object.hasOwn(listed.facts.attributes, name) ? listed.facts.attributes[name] : [];
  return own?.some((value) => values.includes(value)) ?? false;
}

function offerAll(
  best: TopK<Row>,
  loaded: LoadedSegment,
  scoreOf: (row: number) => number,
  counts: (score: number) => boolean = () => true,
): void {
  for (let row = 0; row < loaded.segment.chunks.length; row += 1) {
    const score = scoreOf(row);
    if (counts(score) && best.wants(score)) best.offer(score, { loaded, row });
  }
}

function statisticsOf(segments: readonly LoadedSegment[]): CorpusStatistics {
  let [chunkCount, terms] = [0, 0];
  for (const { segment } of segments) {
    chunkCount += segment.chunks.length;
    terms += segment.postings.lengths.reduce((sum, length) => sum + length, 0);
  }
  return { chunkCount, averageLength: Math.max(1, terms / Math.max(1, chunkCount)) };
}

function toMatch({ score, value: { loaded, row } }: { score: number; value: Row }): ChunkMatch {
  const { listed, segment } = loaded;
  const chunk = segment.chunks[row];
  if (!chunk) throw new RangeError(`Segment ${listed.object_key} has no chunk ${row}`);
  const { document_id, version, facts } = listed;
  return { score, document_id, version, facts, chunk };
}
