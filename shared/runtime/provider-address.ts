/** Where a provider of models is reached: OpenAI and whoever speaks the same protocol, or Azure. */
export type ProviderAddress =
  | { readonly kind: 'openai'; readonly apiKey: string; readonly baseUrl: string }
  | {
      readonly kind: 'azure';
      readonly apiKey: string;
      readonly endpoint: string;
      readonly deployment: string;
      readonly apiVersion: string;
    };

export const OPENAI_URL = 'https://api.openai.com/v1';
/** The first one with strict structured outputs is 2024-08-01-preview; this one is stable. */
export const AZURE_API_VERSION = '2024-10-21';

/** What works or fails as a whole. */
export const hostOf = (address: ProviderAddress): string =>
  hostOfUrl(address.kind === 'azure' ? address.endpoint : address.baseUrl);

const hostOfUrl = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Nobody sells without a key or over plain http: such a server is one's own and sends no bill. */
export const isOwn = (baseUrl: string | undefined, apiKey: string | undefined): boolean =>
  baseUrl !== undefined && (baseUrl.startsWith('http:') || !apiKey);
