import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { logger } from '#shared/runtime/logger.ts';

/** One message in, one thing done. A throw fails that message only; the queue retries, then parks it. */
export type HandleMessage<Message> = (message: Message, log: Logger) => Promise<void>;

/** A function that works on a queue whose messages are of one schema. */
export const queueConsumer = <Schema extends z.ZodType>(
  schema: Schema,
  handle: HandleMessage<z.output<Schema>>,
) => batchConsumer((body, log) => handle(schema.parse(body), log));

/** The batch plumbing of every queue: bodies are JSON, failures are reported one by one. */
export function batchConsumer(handle: HandleMessage<unknown>) {
  const processor = new BatchProcessor(EventType.SQS);
  return async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    logger.addContext(context);
    const options = { context, throwOnFullBatchFailure: false };
    const onEach = (record: SQSRecord) => onRecord(record, handle);
    return processPartialResponse(event, onEach, processor, options);
  };
}

// Records run in parallel, so each gets its own child logger instead of shared keys.
async function onRecord(record: SQSRecord, handle: HandleMessage<unknown>): Promise<void> {
  const log = logger.createChild({ persistentKeys: { message_id: record.messageId } });
  try {
    await handle(JSON.parse(record.body), log);
  } catch (error) {
    log.error('message failed', { error: error instanceof Error ? error : String(error) });
    throw error;
  }
}
