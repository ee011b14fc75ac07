import type { OpenAI } from 'openai';
import { boundedFetch } from './bounded-fetch.ts';
import type { ProviderAddress } from './provider-address.ts';

export type Sdk = typeof import('openai');

/**
 * The client of a provider. It neither tries again nor follows redirects, both are the caller's
 * business, and gives up on answers of more than `mostBytes`.
 */
export function openProvider(sdk: Sdk, address: ProviderAddress, mostBytes: number): OpenAI {
  const options = {
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch(mostBytes),
    fetchOptions: { redirect: 'error' },
  } as const;
  if (address.kind === 'azure') {
    const { apiKey, endpoint, deployment, apiVersion } = address;
    return new sdk.AzureOpenAI({ ...options, apiKey, endpoint, deployment, apiVersion });
  }
  const { apiKey, baseUrl: baseURL } = address;
  return new sdk.OpenAI({ ...options, apiKey, baseURL, organization: null, project: null });
}
