import * as z from 'zod';
import { dot } from '../../store-suite/store-world.ts';

interface Kept {
  readonly id: string;
  readonly values: readonly number[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly visibleAt: number;
}

/** A refusal, with the status that the service gives. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** How long a record is kept from questions after it was taken: the service is eventually consistent. */
const LAG_MS = 15;
const PAGE = 100;

const operators = z.object({
  $eq: z.string().optional(),
  $in: z.array(z.string()).max(10_000).optional(),
});
const filterSchema = z.record(z.string(), operators);
const record = z.object({
  id: z
    .string()
    .min(1)
    .max(512)
    .regex(/^[\x20-\x7e]+$/),
  values: z.array(z.number()),
  metadata: z.record(z.string(), z.unknown()).default({}),
});
export const upsertRequest = z.object({
  vectors: z.array(record).min(1).max(1_000),
  namespace: z.string(),
});
export const queryRequest = z.object({
  namespace: z.string(),
  vector: z.array(z.number()),
  topK: z.int().min(1).max(10_000),
  filter: filterSchema.default({}),
});
export const deleteRequest = z.object({
  namespace: z.string(),
  ids: z.array(z.string()).min(1).max(1_000),
});
export const fetchByMetadataRequest = z.object({
  namespace: z.string(),
  filter: filterSchema,
  limit: z.int().max(PAGE).optional(),
  paginationToken: z.string().optional(),
});

/** One index of the stand-in, with the limits that Pinecone documents. */
export class PineconeIndex {
  readonly #dimension: number;
  readonly #namespaces = new Map<string, Map<string, Kept>>();

  constructor(dimension: number) {
    this.#dimension = dimension;
  }

  upsert({ vectors, namespace }: z.output<typeof upsertRequest>) {
    const kept = this.#namespaces.get(namespace) ?? new Map<string, Kept>();
    for (const { id, values, metadata } of vectors) {
      this.#refuseBad(values);
      kept.set(id, { id, values, metadata, visibleAt: Date.now() + LAG_MS });
    }
    this.#namespaces.set(namespace, kept);
    return { upsertedCount: vectors.length };
  }

  query({ namespace, vector, topK, filter }: z.output<typeof queryRequest>) {
    this.#refuseBad(vector);
    const visible = this.#all(namespace).filter(({ visibleAt }) => visibleAt <= Date.now());
    const matches = visible
      .filter(({ metadata }) => fits(metadata, filter))
      .map(({ id, values }) => ({ id, score: cosine(values, vector), values: [] }))
      .sort((left, right) => right.score - left.score);
    return { matches: matches.slice(0, topK), namespace, usage: { readUnits: 1 } };
  }

  list(namespace: string, prefix: string, token: string | undefined) {
    const ids = this.#all(namespace).map(({ id }) => id);
    const page = pageOf(
      ids.filter((id) => id.startsWith(prefix)),
      token,
    );
    return { vectors: page.items.map((id) => ({ id })), namespace, ...page.pagination };
  }

  fetchByMetadata({ namespace, filter, paginationToken }: z.output<typeof fetchByMetadataRequest>) {
    const found = this.#all(namespace).filter(({ metadata }) => fits(metadata, filter));
    const page = pageOf(
      found.map(({ id }) => id),
      paginationToken,
    );
    const vectors = found.filter(({ id }) => page.items.includes(id));
    return {
      vectors: Object.fromEntries(
        vectors.map(({ id, values, metadata }) => [id, { id, values, metadata }]),
      ),
      namespace,
      ...page.pagination,
    };
  }

  delete({ namespace, ids }: z.output<typeof deleteRequest>) {
    const kept = this.#namespaces.get(namespace);
    if (!kept) throw new Refused(404, 'Namespace not found');
    for (const id of ids) kept.delete(id);
    if (kept.size === 0) this.#namespaces.delete(namespace);
    return {};
  }

  listNamespaces(prefix: string, token: string | undefined) {
    const names = [...this.#namespaces.keys()].filter((name) => name.startsWith(prefix)).sort();
    const page = pageOf(names, token);
    const namespaces = page.items.map((name) => ({ name, record_count: this.#all(name).length }));
    return { namespaces, total_count: names.length, ...page.pagination };
  }

  #all(namespace: string): readonly Kept[] {
    return [...(this.#namespaces.get(namespace)?.values() ?? [])];
  }

  #refuseBad(values: readonly number[]): void {
    if (values.length !== this.#dimension)
      throw new Refused(
        400,
        `Vector dimension ${values.length} does not match the dimension of the index ${this.#dimension}`,
      );
    if (values.every((value) => value === 0))
      throw new Refused(400, 'Dense vectors must contain at least one non-zero value');
  }
}

const fits = (metadata: Kept['metadata'], filter: z.output<typeof filterSchema>): boolean =>
  Object.entries(filter).every(([name, { $eq, $in }]) => {
    const value = metadata[name];
    return (
      ($eq === undefined || value === $eq) &&
      ($in === undefined || $in.some((one) => one === value))
    );
  });

function pageOf(names: readonly string[], token: string | undefined) {
  const start = Number(token ?? 0);
  const next = start + PAGE;
  return {
    items: names.slice(start, next),
    pagination: next < names.length ? { pagination: { next: `${next}` } } : {},
  };
}

function cosine(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [Float32Array.from(left), Float32Array.from(right)];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
