import { paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { withTable } from '#tests/support/onboarding/tenant-items.ts';

/** What was made of a model on a cloud. */
export interface ModelUse {
  /** How the questions to it ended → how often. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Of answers that could be used. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Booked by the tenants' ledgers. */
  readonly microcents: number;
}

/** Reads it from what functions log about each question, and from the budgets in the table. */
export async function modelUseOn(cloud: Pick<LocalCloud, 'logs' | 'endpoints'>): Promise<ModelUse> {
  const asked = cloud.logs().split('\n').flatMap(askedIn);
  const outcomes = Object.groupBy(asked, ({ outcome }) => outcome);
  return {
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([outcome, those]) => [outcome, those?.length ?? 0]),
    ),
    inputTokens: sum(asked.map(({ input_tokens }) => input_tokens)),
    outputTokens: sum(asked.map(({ output_tokens }) => output_tokens)),
    microcents: await spentOn(cloud.endpoints),
  };
}

export const timesAsked = ({ outcomes }: ModelUse): number => sum(Object.values(outcomes));

const asking = z.object({
  message: z.literal('model asked'),
  outcome: z.string(),
  input_tokens: z.int().default(0),
  output_tokens: z.int().default(0),
});

/** What a line says of a question to the model; most lines are about something else. */
function askedIn(line: string): z.infer<typeof asking>[] {
  const start = line.indexOf('{');
  if (start < 0 || !line.includes('model asked')) return [];
  return [asking.parse(JSON.parse(line.slice(start)))];
}

/** Day → provider → micro-cents. */
const budget = z.object({ spent: z.record(z.string(), z.record(z.string(), z.int())) });

const spentOn = (place: LocalCloud['endpoints']): Promise<number> =>
  withTable(place, async (client) => {
    const scan = {
      TableName: place.table,
      ConsistentRead: true,
      FilterExpression: 'contains(PK, :budget) AND attribute_exists(spent)',
      ExpressionAttributeValues: { ':budget': '#BUDGET' },
    };
    let spent = 0;
    for await (const { Items = [] } of paginateScan({ client }, scan))
      spent += sum(Items.flatMap((item) => amountsIn(budget.parse(item))));
    return spent;
  });

const amountsIn = ({ spent }: z.infer<typeof budget>): number[] =>
  Object.values(spent).flatMap((day) => Object.values(day));

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
