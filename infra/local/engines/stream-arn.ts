import * as z from 'zod';
import type { AwsJsonCall } from './aws-json.ts';

const answer = z.object({
  Streams: z.array(z.object({ StreamArn: z.string(), StreamLabel: z.string() })),
});

/** The engine's own name of a table's latest stream (its region part is not ours). */
export async function engineStreamArn(call: AwsJsonCall, tableName: string): Promise<string> {
  const { Streams } = answer.parse(await call('ListStreams', { TableName: tableName }));
  const latest = Streams.toSorted((a, b) => (a.StreamLabel < b.StreamLabel ? 1 : -1))[0];
  if (!latest) throw new Error(`Table ${tableName} has no stream to follow.`);
  return latest.StreamArn;
}
