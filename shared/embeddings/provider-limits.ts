import type { EmbeddingClient } from './embedding-client.ts';

/** What one call may hold. */
export interface ProviderLimits {
  readonly inputs: number;
  readonly tokens: number;
  readonly tokensPerText: number;
}

/** Of OpenAI, and of Azure's deployments alike (API reference, "Create embeddings"). */
const SOLD: ProviderLimits = { inputs: 2048, tokens: 300_000, tokensPerText: 8191 };
/** Text Embeddings Inference takes no more inputs unless told to; others do not mind. */
const OWN: ProviderLimits = {
  inputs: 32,
  tokens: Number.POSITIVE_INFINITY,
  tokensPerText: Number.POSITIVE_INFINITY,
};

export const limitsOf = ({ payee }: EmbeddingClient): ProviderLimits =>
  payee === 'free' ? OWN : SOLD;
