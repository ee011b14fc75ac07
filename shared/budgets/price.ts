import { PRICES } from './prices.ts';

/** Providers that send a bill. What runs on this machine is free and needs no budget. */
export const PAID_PROVIDERS = ['openai', 'azure'] as const;
export type PaidProvider = (typeof PAID_PROVIDERS)[number];

/** What one token costs, in micro-cents: a dollar per million tokens is 100 of them. */
export interface Price {
  readonly input: number;
  /** 0 where nothing is generated. */
  readonly output: number;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Whether anybody sells this model; one of one's own is free. */
export const isSold = (model: string): boolean => PRICES.some((row) => row.model === family(model));

/**
 * The price of a model on a day, from the dated table; undefined for a model that is not in it, which
 * must then not be asked at all. A name with its release date (`…-2024-07-18`) is the same model.
 */
export function priceOf(provider: PaidProvider, model: string, at: Date): Price | undefined {
  const day = at.toISOString().slice(0, 10);
  const name = family(model);
  const rows = PRICES.filter((row) => row.model === name && row.providers.includes(provider));
  const valid = rows.filter(({ from }) => from <= day);
  return valid.toSorted((a, b) => b.from.localeCompare(a.from))[0];
}

/** `gpt-4o-mini-2024-07-18` → `gpt-4o-mini`. */
const family = (model: string): string => model.replace(/-\d{4}-\d{2}-\d{2}$/, '');

/** Micro-cents, an integer. */
export const costOf = ({ input, output }: Price, { inputTokens, outputTokens }: Usage): number =>
  Math.ceil(input * inputTokens + output * outputTokens);
