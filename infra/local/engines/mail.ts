import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';

export interface LocalMail {
  /** SES, version 1 (Query) and 2 (REST). */
  readonly endpoint: string;
  /** A page that shows the mails to a person. */
  readonly mailUrl: string;
  list(): Promise<readonly Mail[]>;
  stop(): Promise<void>;
}

export type Mail = z.output<typeof mail>;

const mail = z.object({
  messageId: z.string(),
  from: z.string(),
  replyTo: z.array(z.string()),
  destination: z.object({
    to: z.array(z.string()),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
  }),
  subject: z.string(),
  body: z.object({ html: z.string().optional(), text: z.string().optional() }),
  /** Seconds since 1970. */
  at: z.number(),
});

const ready = z.object({ endpoint: z.string() });
const store = z.object({ emails: z.array(mail) });

/**
 * SES on a free loopback port. It runs in a worker because its store is one per module: so two local
 * clouds in one process do not see each other's mails. Mails are gone when it stops.
 */
export async function startMail(): Promise<LocalMail> {
  const worker = new Worker(new URL('./mail-worker.ts', import.meta.url));
  const [message] = await once(worker, 'message');
  const { endpoint } = ready.parse(message);
  return {
    endpoint,
    mailUrl: `${endpoint}/`,
    async list() {
      const response = await fetch(`${endpoint}/store`);
      return store.parse(await response.json()).emails;
    },
    async stop() {
      await worker.terminate();
    },
  };
}
