import type { EventContract } from '#events/contract.ts';
import { events as applyEvents } from '#functions/queue/apply-changeset/contract.ts';
import { events as turnEvents } from '#functions/queue/conversation-turn/contract.ts';
import { events as notifierEvents } from '#functions/queue/notifier/contract.ts';

export interface QueueSpec {
  /** How long its function may work on a batch; a message stays invisible six times as long. */
  readonly handlingSeconds: number;
  /** Attempts before a message is parked. */
  readonly maxReceiveCount: number;
  /** Domain events that flow into it. */
  readonly events?: readonly EventContract[];
  /** Objects of the bucket, by key, whose creation and deletion flow into it. */
  readonly objects?: { readonly wildcard: string };
  /** What it means when a message was parked: the sentence of the alarm. */
  readonly parkedMeans: string;
}

/** Every queue, by the name of the function that works on it. */
export const QUEUES = {
  notifier: {
    handlingSeconds: 30,
    maxReceiveCount: 5,
    events: notifierEvents,
    parkedMeans: 'An event was not turned into notifications: somebody was not told.',
  },
  deliver: {
    handlingSeconds: 60,
    maxReceiveCount: 5,
    parkedMeans: 'A delivery could not even be recorded as failed: a receiver was not told.',
  },
  'embedding-ingest': {
    handlingSeconds: 120,
    maxReceiveCount: 5,
    objects: { wildcard: 'tenants/*/knowledge/*' },
    parkedMeans:
      'A document event was given up: search may lack a document or still show a deleted one.',
  },
  'conversation-turn': {
    handlingSeconds: 30,
    // The turn itself is given up after ten minutes; a fourth attempt would find nothing to do.
    maxReceiveCount: 3,
    events: turnEvents,
    parkedMeans: 'A turn could not be worked on: somebody was asked to say it again.',
  },
  'apply-changeset': {
    handlingSeconds: 60,
    // Whatever happens to its messages, the schedule brings an application again until it has ended.
    maxReceiveCount: 3,
    events: applyEvents,
    parkedMeans:
      'A batch of a long changeset failed three times: it is half applied, and tried again every minute.',
  },
} as const satisfies Readonly<Record<string, QueueSpec>>;

export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = [
  'notifier',
  'deliver',
  'embedding-ingest',
  'conversation-turn',
  'apply-changeset',
] as const satisfies readonly QueueName[];
