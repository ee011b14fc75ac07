import type { Coverage, KeywordQuery, SearchView } from '../search-view.ts';
import type { ShelfView, ShelvedVersion } from '../shelf/shelf-view.ts';
import type { ChunkMatch, Filter, VectorQuery } from '../vector-store.ts';
import type { Attempts } from './attempts.ts';
import type { Places, Whereabouts } from './places.ts';
import type { NearRow, VectorDatabase } from './vector-database.ts';
import { isZero } from './vector-rows.ts';

/** No database that holds the vectors answers, and the shelf has none of the space. */
export class VectorsUnavailableError extends Error {}

/**
 * A tenant's published chunks with vectors in databases. Text, keywords, filters and what is
 * published are the shelf's; databases only compare vectors of the versions they are told.
 */
export class DatabaseView implements SearchView {
  readonly #shelf: ShelfView;
  readonly #places: Places;
  readonly #attempts: Attempts;

  constructor(shelf: ShelfView, places: Places, attempts: Attempts) {
    this.#shelf = shelf;
    this.#places = places;
    this.#attempts = attempts;
  }

  get chunkCount(): number {
    return this.#shelf.chunkCount;
  }

  matching(query: KeywordQuery): readonly ChunkMatch[] {
    return this.#shelf.matching(query);
  }

  rarity(term: string): number {
    return this.#shelf.rarity(term);
  }

  coverage(spaceId: string, filter?: Filter): Coverage {
    const found = this.#shelf.versions(filter).map((version) => this.#whereIs(version, spaceId));
    const countOf = (where: readonly Whereabouts[]) =>
      where.reduce((sum, { shelved }) => sum + shelved.chunk_count, 0);
    return { chunks: countOf(found), withVector: countOf(found.filter(({ at }) => at)) };
  }

  /**
   * As of any view; what a database should answer and does not is looked up on the shelf.
   * @throws VectorsUnavailableError where the shelf has no vectors of the space either
   */
  async nearest(query: VectorQuery): Promise<readonly ChunkMatch[]> {
    const { spaceId, vector, limit, filter } = query;
    const found = this.#shelf.versions(filter).map((version) => this.#whereIs(version, spaceId));
    refuseOtherWidth(query, found);
    const onShelf = found.filter(({ at }) => at === 'shelf');
    const answers = isZero(vector) ? [] : await this.#askDatabases(query, found);
    const unanswered = answers.filter(({ rows }) => !rows).flatMap(({ asked }) => asked);
    const left = [...onShelf, ...unanswered].map(({ shelved }) => shelved);
    return ranked(
      [
        ...answers.flatMap(({ asked, rows }) => this.#matches(asked, rows ?? [])),
        ...(await this.#nearestOnShelf(query, left, found.length)),
      ],
      found,
    ).slice(0, limit);
  }

  #whereIs(shelved: ShelvedVersion, spaceId: string): Whereabouts {
    return this.#places.of(shelved, spaceId);
  }

  #askDatabases(query: VectorQuery, found: readonly Whereabouts[]) {
    return Promise.all(
      this.#places.databases.map(async (database) => {
        const asked = found.filter(({ at }) => at === database);
        return { asked, rows: await this.#ask(database, query, asked) };
      }),
    );
  }

  async #ask(
    database: VectorDatabase,
    { spaceId, vector, limit }: VectorQuery,
    asked: readonly Whereabouts[],
  ): Promise<readonly NearRow[] | undefined> {
    const kept = asked.reduce((sum, { placed }) => sum + (placed?.vectors ?? 0), 0);
    if (kept === 0) return [];
    const among = asked.map(({ ref }) => ref);
    return this.#attempts.ask(database.name, async () => {
      const rows = await database.nearest(this.#places.tenant, { spaceId, vector, limit, among });
      if (rows.length < Math.min(limit, kept))
        throw new Error(`${rows.length} of ${Math.min(limit, kept)} vectors of ${spaceId} came`);
      return rows;
    });
  }

  #matches(asked: readonly Whereabouts[], rows: readonly NearRow[]): readonly ChunkMatch[] {
    const keys = new Map(asked.map(({ ref, shelved }) => [ref.content, shelved.object_key]));
    return rows.map(({ content, ordinal, score }) =>
      this.#shelf.matchAt(keys.get(content) ?? '', ordinal, score),
    );
  }

  async #nearestOnShelf(query: VectorQuery, left: readonly ShelvedVersion[], all: number) {
    if (left.length === 0) return [];
    if (!left.every(({ spaces }) => spaces.includes(query.spaceId)))
      throw new VectorsUnavailableError(`No database has the vectors of ${query.spaceId}`);
    if (left.length === all) return this.#shelf.nearest(query);
    const document_id = left.map((version) => version.document_id);
    return this.#shelf.nearest({ ...query, filter: { ...query.filter, document_id } });
  }
}

function refuseOtherWidth({ spaceId, vector }: VectorQuery, found: readonly Whereabouts[]): void {
  if (found.some(({ placed }) => placed?.vectors && placed.dimensions !== vector.length))
    throw new RangeError(`A query of ${vector.length} dimensions in ${spaceId}`);
}

/** By score; what is as near in the order of versions and chunks, as on the shelf. */
function ranked(matches: readonly ChunkMatch[], found: readonly Whereabouts[]) {
  const order = new Map(found.map(({ shelved }, at) => [shelved.document_id, at]));
  const placeOf = ({ document_id }: ChunkMatch) => order.get(document_id) ?? 0;
  return matches.toSorted(
    (left, right) =>
      right.score - left.score ||
      placeOf(left) - placeOf(right) ||
      left.chunk.ordinal - right.chunk.ordinal,
  );
}
