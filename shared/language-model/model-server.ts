import { isSold, type PaidProvider } from '#shared/budgets/price.ts';
import {
  AZURE_API_VERSION,
  isOwn,
  OPENAI_URL,
  type ProviderAddress,
} from '#shared/runtime/provider-address.ts';
import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';

/** Where a model is asked, and who sends the bill; nobody does for a server of one's own. */
export type ModelServer = ProviderAddress & {
  readonly payee: PaidProvider | 'free';
  readonly model: string;
};

const DEFAULT_MODEL = 'gpt-4.1-mini';

/** The server that is configured: OpenAI or its like first, then Azure; undefined without a key. */
export const modelServerOf = (keys: ProviderKeys): ModelServer | undefined =>
  openaiServer(keys) ?? azureServer(keys);

function openaiServer(keys: ProviderKeys): ModelServer | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = keys;
  const model = keys.OPENAI_MODEL ?? DEFAULT_MODEL;
  if (!apiKey && !baseUrl) return undefined;
  return {
    kind: 'openai',
    payee: isOwn(baseUrl, apiKey) && !isSold(model) ? 'free' : 'openai',
    model,
    apiKey: apiKey ?? 'none',
    baseUrl: baseUrl ?? OPENAI_URL,
  };
}

/** A deployment is taken to be named after its model, unless `OPENAI_MODEL` says which it is. */
function azureServer(keys: ProviderKeys): ModelServer | undefined {
  const {
    AZURE_OPENAI_API_KEY: apiKey,
    AZURE_OPENAI_ENDPOINT: endpoint,
    AZURE_OPENAI_DEPLOYMENT: deployment,
  } = keys;
  if (!apiKey || !endpoint || !deployment) return undefined;
  return {
    kind: 'azure',
    payee: 'azure',
    model: keys.OPENAI_MODEL ?? deployment,
    apiKey,
    endpoint,
    deployment,
    apiVersion: keys.AZURE_OPENAI_API_VERSION ?? AZURE_API_VERSION,
  };
}
