import { Logger } from '@aws-lambda-powertools/logger';
import { DecisionLinks } from '#shared/approvals/decision-link.ts';
import { chatSender } from '#shared/notifications/chat-sender.ts';
import { type DeliverDeps, deliver } from '#shared/notifications/deliver.ts';
import type { WakeUp } from '#shared/notifications/delivery-queue.ts';
import { listDeliveries } from '#shared/notifications/delivery-store.ts';
import { discordMessage } from '#shared/notifications/discord-message.ts';
import type { Egress, HttpMessage } from '#shared/notifications/egress.ts';
import { emailSender } from '#shared/notifications/email-sender.ts';
import type { Endpoint } from '#shared/notifications/endpoint.ts';
import { putEndpoint } from '#shared/notifications/endpoint-store.ts';
import type { Mail } from '#shared/notifications/mailer.ts';
import { type NotifyDeps, notify } from '#shared/notifications/notify.ts';
import type { HttpAnswer } from '#shared/notifications/post-once.ts';
import { slackMessage } from '#shared/notifications/slack-message.ts';
import { wakeDeliveries } from '#shared/notifications/wake-deliveries.ts';
import { webhookSender } from '#shared/notifications/webhook-sender.ts';
import type { ReceivedEvent } from '#shared/queue/event-consumer.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { putPerson } from '#shared/tenants/people-store.ts';
import type { Person } from '#shared/tenants/person.ts';
import { InMemoryDueIndex } from '../in-memory-due-index.ts';
import { InMemoryTable } from '../in-memory-table.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { VirtualQueue } from './virtual-queue.ts';

const CONSOLE = 'https://console.example';

export const acme = trustedTenant('acme');

/** What a receiver does with a request; a throw is a broken connection. */
export type Receive = (message: HttpMessage, nth: number) => HttpAnswer;

export const answers = (status: number, retryAfter?: string): HttpAnswer => ({
  status,
  retryAfter,
});

interface WorldOptions {
  readonly receive?: Receive;
  readonly random?: () => number;
}

/** Notifier, deliver and due-timers around one table and one queue, on virtual time. */
export class DeliveryWorld {
  readonly clock = new VirtualClock();
  readonly table = new InMemoryDueIndex(new InMemoryTable());
  readonly queue = new VirtualQueue(this.clock);
  readonly received: { readonly message: HttpMessage; readonly atMs: number }[] = [];
  readonly mails: Mail[] = [];
  readonly #log = new Logger({ logLevel: 'SILENT' });
  readonly #options: WorldOptions;

  constructor(options: WorldOptions = {}) {
    this.#options = options;
  }

  /** The ports as the functions get them; a test may put something in between. */
  get deps(): NotifyDeps & DeliverDeps {
    const { table, clock, queue } = this;
    const mailer = { send: async (mail: Mail) => void this.mails.push(mail) };
    return {
      table,
      clock,
      queue,
      pause: async () => {},
      random: this.#options.random ?? (() => 0),
      senders: {
        webhook: webhookSender(this.egress),
        email: emailSender(mailer, CONSOLE, this.links),
        slack: chatSender(this.egress, CONSOLE, slackMessage),
        discord: chatSender(this.egress, CONSOLE, discordMessage),
      },
    };
  }

  /** The tokens in links of mails. */
  get links(): DecisionLinks {
    return new DecisionLinks({ read: async () => 'signing key' }, this.clock);
  }

  get egress(): Egress {
    return {
      check: async () => {},
      post: async (message) => {
        this.received.push({ message, atMs: this.clock.ms });
        const receive = this.#options.receive ?? (() => answers(204));
        return receive(message, this.received.length);
      },
    };
  }

  async addEndpoint(part: Partial<Endpoint> = {}): Promise<Endpoint> {
    const endpoint = { ...aWebhook, ...part };
    await this.table.transact(acme, [putEndpoint(endpoint)]);
    return endpoint;
  }

  async addPerson(part: Partial<Person>): Promise<void> {
    await this.table.transact(acme, [putPerson({ ...aPerson, ...part }, 0)]);
  }

  notify(event: ReceivedEvent, deps: NotifyDeps = this.deps): Promise<number> {
    return notify(deps, event);
  }

  /** Handles every message that is ready; one that throws is lost, as after its last receive. */
  async work(deps: DeliverDeps = this.deps): Promise<void> {
    for (const wakeUp of this.queue.take()) await this.deliver(wakeUp, deps).catch(() => undefined);
  }

  deliver(wakeUp: WakeUp, deps: DeliverDeps = this.deps): Promise<void> {
    return deliver(deps, wakeUp, this.#log);
  }

  /** Lets time pass: messages when they are ready, due-timers every minute. */
  async pass(seconds: number): Promise<void> {
    const { clock, queue } = this;
    const end = clock.ms + seconds * 1000;
    while (clock.ms < end) {
      await this.work();
      const tick = Math.floor(clock.ms / 60_000 + 1) * 60_000;
      clock.moveTo(Math.min(end, tick, Math.max(queue.nextMs, clock.ms + 1)));
      if (clock.ms === tick) await wakeDeliveries(this);
    }
    await this.work();
  }

  async deliveries() {
    return (await listDeliveries(this.table, acme, { limit: 100 })).items;
  }
}

export const aWebhook: Endpoint = {
  endpoint_id: '6f1d4f5e-8d29-4f0e-9a52-0f52d4a0c001',
  channel: 'webhook',
  url: 'https://receiver.example/hook',
  recipients: [],
  events: ['*'],
  status: 'enabled',
  disabled_reason: null,
  secrets: [{ secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`, ends_at: null }],
  created_at: '2026-01-01T00:00:00.000Z',
  version: 1,
};

const aPerson: Person = {
  user_id: 'u-1',
  email: 'one@acme.example',
  name: 'One',
  roles: ['member'],
  language: 'en',
  active: true,
  managed: true,
  version: 1,
};

/** A changeset was applied; `part` changes what is said of it. */
export const anEvent = (part: Partial<ReceivedEvent> = {}): ReceivedEvent => ({
  id: '7b0c1f5e-64d2-4c0a-8f0a-0a3ce34b9f11',
  name: 'changeset.applied.v1',
  tenant: acme,
  occurredAt: '2026-01-05T00:00:00.000Z',
  correlationId: 'corr-1234',
  data: { changeset_id: 'c-1', title: 'Main Office' },
  ...part,
});
