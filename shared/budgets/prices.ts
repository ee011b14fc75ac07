/**
 * Prices as providers publish them (openai.com/api/pricing; Azure's global deployments cost the same),
 * in micro-cents per token. A new price is a new row with its day; old rows explain old bills.
 */
export const PRICES: readonly PriceRow[] = [
  { model: 'text-embedding-3-small', from: '2024-01-25', input: 2, output: 0, providers: both() },
  { model: 'text-embedding-3-large', from: '2024-01-25', input: 13, output: 0, providers: both() },
  { model: 'text-embedding-ada-002', from: '2023-06-13', input: 10, output: 0, providers: both() },
  { model: 'gpt-4o-mini', from: '2024-07-18', input: 15, output: 60, providers: both() },
  { model: 'gpt-4o', from: '2024-10-02', input: 250, output: 1000, providers: both() },
  { model: 'gpt-4.1', from: '2025-04-14', input: 200, output: 800, providers: both() },
  { model: 'gpt-4.1-mini', from: '2025-04-14', input: 40, output: 160, providers: both() },
  { model: 'gpt-4.1-nano', from: '2025-04-14', input: 10, output: 40, providers: both() },
  { model: 'gpt-5', from: '2025-08-07', input: 125, output: 1000, providers: both() },
  { model: 'gpt-5-mini', from: '2025-08-07', input: 25, output: 200, providers: both() },
  { model: 'gpt-5-nano', from: '2025-08-07', input: 5, output: 40, providers: both() },
];

interface PriceRow {
  readonly model: string;
  readonly providers: readonly ('openai' | 'azure')[];
  /** First day of the price. */
  readonly from: string;
  readonly input: number;
  readonly output: number;
}

function both(): PriceRow['providers'] {
  return ['openai', 'azure'];
}
