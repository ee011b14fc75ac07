import { isSold, type PaidProvider } from '#shared/budgets/price.ts';
import {
  AZURE_API_VERSION,
  isOwn,
  OPENAI_URL,
  type ProviderAddress,
} from '#shared/runtime/provider-address.ts';
import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';
import { hasWidth, type SpaceFacts, widthOf } from './cloud-space.ts';

/** Where embeddings are made, of which model, and who sends the bill. */
export type EmbeddingServer = ProviderAddress &
  SpaceFacts & { readonly payee: PaidProvider | 'free' };

const DEFAULT_MODEL = 'text-embedding-3-small';

/** The servers that are configured, in the order in which they are asked. */
export const embeddingServersOf = (keys: ProviderKeys): readonly EmbeddingServer[] =>
  [openaiServer(keys), azureServer(keys)].filter((server) => server !== undefined);

function openaiServer(keys: ProviderKeys): EmbeddingServer | undefined {
  const { OPENAI_API_KEY: apiKey } = keys;
  const baseUrl = keys.OPENAI_EMBEDDING_BASE_URL ?? keys.OPENAI_BASE_URL;
  if ((!apiKey && !baseUrl) || isForChatOnly(keys)) return undefined;
  const facts = factsOf(keys.OPENAI_EMBEDDING_MODEL ?? DEFAULT_MODEL, keys);
  if (!facts) return undefined;
  return {
    ...facts,
    kind: 'openai',
    payee: isOwn(baseUrl, apiKey) && !isSold(facts.model) ? 'free' : 'openai',
    apiKey: apiKey ?? 'none',
    baseUrl: baseUrl ?? OPENAI_URL,
  };
}

/** A server of one's own that was named for its chat model has no embeddings unless one says which. */
const isForChatOnly = (keys: ProviderKeys): boolean =>
  isOwn(keys.OPENAI_BASE_URL, keys.OPENAI_API_KEY) &&
  !keys.OPENAI_EMBEDDING_BASE_URL &&
  !keys.OPENAI_EMBEDDING_MODEL &&
  !isSold(keys.OPENAI_MODEL ?? 'gpt-4.1-mini');

/** A deployment that is named after a model has that model, whatever else is said. */
function azureServer(keys: ProviderKeys): EmbeddingServer | undefined {
  const {
    AZURE_OPENAI_API_KEY: apiKey,
    AZURE_OPENAI_ENDPOINT: endpoint,
    AZURE_OPENAI_EMBEDDING_DEPLOYMENT: deployment,
  } = keys;
  if (!apiKey || !endpoint || !deployment) return undefined;
  const named = widthOf(deployment) ? deployment : keys.OPENAI_EMBEDDING_MODEL;
  const facts = factsOf(named ?? DEFAULT_MODEL, keys);
  if (!facts) return undefined;
  const apiVersion = keys.AZURE_OPENAI_API_VERSION ?? AZURE_API_VERSION;
  return { ...facts, kind: 'azure', payee: 'azure', apiKey, endpoint, deployment, apiVersion };
}

/** Undefined where the width of the model's vectors is not known, or cannot be. */
function factsOf(
  model: string,
  { OPENAI_EMBEDDING_DIMENSIONS: said }: ProviderKeys,
): SpaceFacts | undefined {
  const dimensions = said ? Number(said) : widthOf(model);
  if (!dimensions || !Number.isInteger(dimensions) || dimensions < 1) return undefined;
  const facts = { model, dimensions };
  return hasWidth(facts) ? facts : undefined;
}
