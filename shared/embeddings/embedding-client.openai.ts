import type { OpenAI } from 'openai';
import { OversizedAnswerError } from '#shared/runtime/bounded-fetch.ts';
import { openProvider, type Sdk } from '#shared/runtime/provider-client.openai.ts';
import { cloudSpace, requestedWidth } from './cloud-space.ts';
import type { EmbeddingCall, EmbeddingClient, EmbeddingReply } from './embedding-client.ts';
import type { EmbeddingServer } from './embedding-server.ts';
import { failedReply } from './failed-reply.ts';
import { readVectors } from './read-vectors.ts';
import { retryAfterMs } from './retry-after.ts';

/** Embeddings of OpenAI, of Azure, of whatever server speaks the same. */
export const connectEmbeddingClient = (server: EmbeddingServer): EmbeddingClient => ({
  payee: server.payee,
  model: server.model,
  space: cloudSpace(server),
  embed: (call) => embed(server, call),
});

async function embed(server: EmbeddingServer, call: EmbeddingCall): Promise<EmbeddingReply> {
  // Loaded with the first call, so that a function without a provider never reads it.
  const sdk = await import('openai');
  const client = openProvider(sdk, server, mostBytes(server, call));
  const signal = AbortSignal.timeout(call.timeoutMs);
  try {
    const body: unknown = await client.embeddings.create(bodyOf(server, call), { signal });
    return readVectors(body, { ...server, count: call.texts.length });
  } catch (error) {
    return failureOf(sdk, error, signal.aborted);
  }
}

/** Base64 takes 6 bytes a number; servers that send numbers take up to four times as many. */
const mostBytes = ({ dimensions }: EmbeddingServer, { texts }: EmbeddingCall): number =>
  100_000 + texts.length * (1_000 + 24 * dimensions);

const bodyOf = (
  server: EmbeddingServer,
  { texts }: EmbeddingCall,
): OpenAI.EmbeddingCreateParams => ({
  model: server.model,
  input: [...texts],
  encoding_format: 'base64',
  dimensions: requestedWidth(server),
});

/** An account without money answers 429 too, and will tomorrow. */
const OUT_OF_MONEY = 'insufficient_quota';
/** What is wrong with the request itself, for all that can be known. */
const REFUSALS = [400, 413, 422];
/** What is wrong with keys or addresses: no second call makes it better. */
const MISCONFIGURED = [401, 403, 404];
/** Nothing has left this machine, so nothing can be billed. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function failureOf(sdk: Sdk, error: unknown, late: boolean): EmbeddingReply {
  if (late || error instanceof sdk.APIConnectionTimeoutError)
    return failedReply('timed_out', 'The provider did not answer in time', { mayBeBilled: true });
  if (error instanceof OversizedAnswerError)
    return failedReply('unavailable', error.message, { mayBeBilled: true });
  const detail = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
  if (error instanceof sdk.APIConnectionError) {
    const mayBeBilled = !NEVER_SENT.includes(codeOf(error.cause));
    return failedReply('unavailable', detail, { mayRetry: true, mayBeBilled });
  }
  if (!(error instanceof sdk.APIError) || error.status === undefined)
    return failedReply('unavailable', detail, { mayBeBilled: true });
  if (REFUSALS.includes(error.status)) return failedReply('refused', detail, {});
  const mayRetry = !MISCONFIGURED.includes(error.status) && error.code !== OUT_OF_MONEY;
  const wait = { mayRetry, retryAfterMs: retryAfterMs(error.headers, new Date()) };
  return failedReply(error.status === 429 ? 'rate_limited' : 'unavailable', detail, wait);
}

/** Where `fetch` failed, the reason lies one cause deeper. */
const codeOf = (cause: unknown): string => {
  const { code, cause: deeper } = Object(cause);
  return typeof code === 'string' ? code : deeper ? codeOf(deeper) : '';
};
