import * as z from 'zod';
import { isSold } from '#shared/budgets/price.ts';
import type { EmbeddedReply, FailedReply } from './embedding-client.ts';
import { failedReply } from './failed-reply.ts';
import { vectorFrom } from './vector-bytes.ts';

/** What was asked for. */
export interface Expected {
  readonly count: number;
  readonly model: string;
  readonly dimensions: number;
}

const MOST_TOKENS = 100_000_000;

/** The part of an answer that is relied on. A server may send anything. */
const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.unknown() })),
  model: z.string().nullish().catch(null),
  usage: z
    .object({ prompt_tokens: z.int().min(0).max(MOST_TOKENS) })
    .nullish()
    .catch(null),
});

/**
 * The vectors of an answer, each at the place of its text, in whatever order they came. One that is of
 * another width, not finite, of no length, or claimed twice is none. L2-normalised.
 */
export function readVectors(body: unknown, expected: Expected): EmbeddedReply | FailedReply {
  const parsed = answer.safeParse(body);
  if (!parsed.success) return refused('The server sent no embeddings');
  const { data, model, usage } = parsed.data;
  if (model && isSold(model) && model !== expected.model)
    return refused(`The server used ${model} in place of ${expected.model}`);
  const byIndex = Map.groupBy(data, ({ index }) => index);
  const vectors = Array.from({ length: expected.count }, (_, index) => {
    const [only, ...others] = byIndex.get(index) ?? [];
    return others.length > 0 ? undefined : usableVector(only?.embedding, expected.dimensions);
  });
  const missing = vectors.filter((vector) => !vector).length;
  const complaint =
    missing > 0
      ? `The server sent ${expected.count - missing} of ${expected.count} vectors of ${expected.dimensions} numbers`
      : null;
  return { kind: 'embedded', vectors, complaint, inputTokens: usage?.prompt_tokens ?? null };
}

/** From base64 of 32-bit floats, which was asked for, or from the numbers that some servers send. */
function usableVector(sent: unknown, dimensions: number): Float32Array | undefined {
  const vector = vectorFrom(sent);
  if (vector?.length !== dimensions) return undefined;
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(length) || length < SHORTEST) return undefined;
  return vector.map((value) => value / length);
}

/** Below it there is nothing but rounding. */
const SHORTEST = 1e-6;

/** The provider has done its work, so it is paid; nothing of it can be used. */
const refused = (detail: string): FailedReply =>
  failedReply('refused', detail, { mayBeBilled: true });
