import * as z from 'zod';
import type { Secret } from './secret.ts';

const value = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

/** Keys and addresses of outside providers, as one secret holds them; every one may be missing. */
export const providerKeys = z.object({
  OPENAI_API_KEY: value,
  /** Any server that speaks OpenAI's protocol. */
  OPENAI_BASE_URL: value,
  OPENAI_MODEL: value,
  /** Where embeddings are made, if elsewhere than the rest. */
  OPENAI_EMBEDDING_BASE_URL: value,
  OPENAI_EMBEDDING_MODEL: value,
  /** The width of its vectors; needed for models that OpenAI does not sell. */
  OPENAI_EMBEDDING_DIMENSIONS: value,
  AZURE_OPENAI_ENDPOINT: value,
  AZURE_OPENAI_API_KEY: value,
  AZURE_OPENAI_DEPLOYMENT: value,
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT: value,
  AZURE_OPENAI_API_VERSION: value,
  /** PostgreSQL for vectors: `postgres://user:password@host/database?sslmode=verify-full`. */
  DATABASE_URL: value,
  CHROMA_URL: value,
  /** What the Chroma server asks for, if anything (`x-chroma-token`). */
  CHROMA_TOKEN: value,
  PINECONE_API_KEY: value,
  /** Prefix of the indexes, one per width of vectors. */
  PINECONE_INDEX: value,
  /** Where indexes are described and made, if elsewhere than Pinecone. */
  PINECONE_CONTROLLER_HOST: value,
  /** Where indexes that are missing are made: `aws/us-east-1`. */
  PINECONE_REGION: value,
});
export type ProviderKeys = z.output<typeof providerKeys>;

/** What is configured now. @throws SyntaxError, ZodError where the secret is not what it should be */
export const readProviderKeys = async (secret: Secret): Promise<ProviderKeys> =>
  providerKeys.parse(JSON.parse(await secret.read()));
