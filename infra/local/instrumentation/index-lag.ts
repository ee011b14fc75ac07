import * as z from 'zod';
import type { PassingAnswer } from './passing-answer.ts';
import type { SdkCall } from './sdk-call.ts';

const answerSchema = z.looseObject({
  Items: z.array(z.record(z.string(), z.unknown())),
  Count: z.number(),
});

/** Makes index reads as stale as on AWS: a new item shows up in an index a little after its write. */
export interface IndexLag {
  readonly onAnswer: (call: SdkCall, answer: PassingAnswer) => PassingAnswer;
}

export interface IndexLagOptions {
  readonly maxLagMs: number;
  readonly random: () => number;
  /** Primary key attributes of a table. */
  readonly keysOf: (tableName: string) => readonly string[];
  readonly now?: () => number;
}

/**
 * Holds back items that are new to this cloud. An update keeps its place in an index: to show
 * its old state the old image would be needed, so here only creations lag.
 */
export function createIndexLag({
  maxLagMs,
  random,
  keysOf,
  now = Date.now,
}: IndexLagOptions): IndexLag {
  const visibleAt = new Map<string, number>();
  const idOf = (table: string, item: Readonly<Record<string, unknown>>) =>
    JSON.stringify([table, ...keysOf(table).map((key) => item[key])]);

  function noteWrites({ operation, parameters }: SdkCall): void {
    for (const { table, item } of writesOf(operation, parameters)) {
      const id = idOf(table, item);
      if (!visibleAt.has(id)) visibleAt.set(id, now() + random() * maxLagMs);
    }
  }

  function holdBack({ parameters }: SdkCall, answer: PassingAnswer): PassingAnswer {
    const table = String(parameters.TableName);
    const parsed = answerSchema.safeParse(JSON.parse(answer.body.toString()));
    if (!parsed.success) return answer;
    const Items = parsed.data.Items.filter(
      (item) => (visibleAt.get(idOf(table, item)) ?? 0) <= now(),
    );
    if (Items.length === parsed.data.Items.length) return answer;
    const body = Buffer.from(JSON.stringify({ ...parsed.data, Items, Count: Items.length }));
    const { 'x-amz-crc32': _, ...headers } = answer.headers;
    return { ...answer, body, headers: { ...headers, 'content-length': String(body.length) } };
  }

  return {
    onAnswer(call, answer) {
      if (answer.status !== 200) return answer;
      noteWrites(call);
      const readsIndex = call.operation === 'Query' && call.parameters.IndexName !== undefined;
      return readsIndex ? holdBack(call, answer) : answer;
    },
  };
}

interface Write {
  readonly table: string;
  readonly item: Readonly<Record<string, unknown>>;
}

const item = z.record(z.string(), z.unknown());
const putSchema = z.object({ TableName: z.string(), Item: item });
const updateSchema = z.object({ TableName: z.string(), Key: item });
const transactionSchema = z.object({
  TransactItems: z.array(z.object({ Put: putSchema.optional(), Update: updateSchema.optional() })),
});

function writesOf(operation: string, parameters: unknown): Write[] {
  if (operation === 'TransactWriteItems') {
    const transaction = transactionSchema.safeParse(parameters);
    if (!transaction.success) return [];
    return transaction.data.TransactItems.flatMap(({ Put, Update }) => [
      ...(Put ? [putOf(Put)] : []),
      ...(Update ? [updateOf(Update)] : []),
    ]);
  }
  const put = operation === 'PutItem' ? putSchema.safeParse(parameters) : undefined;
  if (put?.success) return [putOf(put.data)];
  const update = operation === 'UpdateItem' ? updateSchema.safeParse(parameters) : undefined;
  return update?.success ? [updateOf(update.data)] : [];
}

const putOf = ({ TableName, Item }: z.output<typeof putSchema>): Write => ({
  table: TableName,
  item: Item,
});

const updateOf = ({ TableName, Key }: z.output<typeof updateSchema>): Write => ({
  table: TableName,
  item: Key,
});
