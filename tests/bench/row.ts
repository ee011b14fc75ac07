/** One line of the report. */
export interface Row {
  readonly what: string;
  readonly value: string;
  /** What the value is held against, or how it came about. */
  readonly note?: string;
}

/** Every time is the median of so many. */
const RUNS = 5;

/** The middle of some numbers; of an even count the upper one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The smallest value that so many of them (a share of 1) do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const milliseconds = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;

/** Measures one after the other, so that runs do not take each other's processor. */
export async function repeat<Result>(run: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < RUNS; index++) results.push(await run(index));
  return results;
}

export function show(machine: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`${machine}\nTimes are medians of ${RUNS}.\n`);
  for (const { what, value, note = '' } of rows)
    console.log(`${what.padEnd(width)}  ${value.padStart(9)}  ${note}`.trimEnd());
}
