import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { logger } from '#shared/runtime/logger.ts';

/** A new item as the stream shows it. */
export interface StreamedItem {
  readonly sequenceNumber: string;
  readonly image: Readonly<Record<string, unknown>>;
}

/**
 * A function that follows the table's stream. It gets the batch in order and answers the sequence
 * numbers that failed; the stream goes on from the first of them.
 */
export function streamConsumer(
  handle: (items: readonly StreamedItem[]) => Promise<readonly string[]>,
) {
  return async (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> => {
    logger.addContext(context);
    const failed = await handle(event.Records.flatMap(toItem));
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

function toItem({ dynamodb }: DynamoDBRecord): readonly StreamedItem[] {
  if (!dynamodb?.SequenceNumber || !dynamodb.NewImage) return [];
  // The event's types and the SDK's describe the same JSON with two sets of names.
  const image = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
  return [{ sequenceNumber: dynamodb.SequenceNumber, image }];
}
