import type { Attempted } from './attempts.ts';
import type { CountedText } from './counted-text.ts';
import type { EmbeddedReply, EmbeddingClient, FailedReply } from './embedding-client.ts';
import type { EmbeddingFailure, EmbeddingOutcome } from './embedding-service.ts';

/** What a call was for each of its texts. */
export function outcomesOf(
  client: EmbeddingClient,
  texts: readonly CountedText[],
  { result, microcents }: Attempted,
  latency_ms: number,
): readonly EmbeddingOutcome[] {
  if ('failed' in result) return texts.map(() => result);
  if (result.kind !== 'embedded') return texts.map(() => failureOf(result));
  const shares = sharesOf(microcents, weightsOf(texts));
  return texts.map(({ tokens }, at): EmbeddingOutcome => {
    const embedding = result.vectors[at];
    if (!embedding) return notAVector(result);
    return {
      embedding,
      provider: client.payee === 'free' ? 'own' : client.payee,
      model: client.model,
      space_id: client.space.spaceId,
      token_count: tokens,
      cost_microcents: shares[at] ?? 0,
      latency_ms,
      cached: false,
    };
  });
}

const failureOf = ({ kind, detail }: FailedReply): EmbeddingFailure => ({
  failed: kind === 'rate_limited' ? 'unavailable' : kind,
  detail,
});

const notAVector = ({ complaint }: EmbeddedReply): EmbeddingFailure => ({
  failed: 'refused',
  detail: complaint ?? 'The server sent no vector for the text',
});

const weightsOf = (texts: readonly CountedText[]): readonly number[] =>
  texts.map(({ tokens }) => Math.max(1, tokens));

/** Whole numbers in proportion to the weights, whose sum is the amount: each takes what is due so far. */
function sharesOf(amount: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  let given = 0;
  return weights.map((each) => {
    weight += each;
    const due = Math.floor((amount * weight) / all) - given;
    given += due;
    return due;
  });
}
