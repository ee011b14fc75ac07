import { isSold } from '#shared/budgets/price.ts';
import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';

/** Where a model is asked, and who pays. */
export type ModelServer =
  | {
      readonly kind: 'openai';
      readonly payee: 'openai' | 'free';
      readonly model: string;
      readonly apiKey: string;
      readonly baseUrl: string;
    }
  | {
      readonly kind: 'azure';
      readonly payee: 'azure';
      readonly model: string;
      readonly apiKey: string;
      readonly endpoint: string;
      readonly deployment: string;
      readonly apiVersion: string;
    };

/** Where it is asked: what works or fails as a whole. */
export const hostOf = (server: ModelServer): string =>
  hostOfUrl(server.kind === 'azure' ? server.endpoint : server.baseUrl);

const hostOfUrl = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const OPENAI_URL = 'https://api.openai.com/v1';
const DEFAULT_MODEL = 'gpt-4.1-mini';
/** The first one with strict structured outputs is 2024-08-01-preview; this one is stable. */
const DEFAULT_AZURE_VERSION = '2024-10-21';

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

/** Nobody sells without a key or over plain http: such a server is one's own and sends no bill. */
const isOwn = (baseUrl: string | undefined, apiKey: string | undefined): boolean =>
  baseUrl !== undefined && (baseUrl.startsWith('http:') || !apiKey);

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
    apiVersion: keys.AZURE_OPENAI_API_VERSION ?? DEFAULT_AZURE_VERSION,
  };
}
