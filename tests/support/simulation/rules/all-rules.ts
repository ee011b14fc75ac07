import type { VerifyAuditDeps } from '#shared/audit/verify-audit.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Storage } from '../machinery/storage.ts';
import type { Arrival } from '../machinery/stream.ts';
import type { Transaction } from '../machinery/transaction.ts';
import type { Answer, Errand } from '../people/clients.ts';
import { AcknowledgedKept } from './acknowledged-kept.ts';
import { chainVerified, configurationStored, everythingEnded, nothingStuck } from './at-rest.ts';
import { CallsOnce } from './calls-once.ts';
import { ChainIntact } from './chain-intact.ts';
import { ConfigurationFollows } from './configuration-follows.ts';
import { decisionsKept } from './decisions-kept.ts';
import { EventsRelayed } from './events-relayed.ts';
import { QuorumKept } from './quorum-kept.ts';
import { TimersOnce } from './timers-once.ts';
import { toldExactly } from './told-exactly.ts';
import { TransitionsAllowed } from './transitions-allowed.ts';
import { must, Violation } from './violation.ts';

/** What there is to look at once nothing goes on any more. */
interface AtRest extends Pick<VerifyAuditDeps, 'anchors' | 'clock'> {
  readonly tenants: readonly Tenant[];
  readonly queue: { readonly published: ReadonlySet<string> };
}

/** Everything that must hold after every step; the first violation stays. */
export class AllRules {
  readonly configuration: ConfigurationFollows;
  readonly quorum: QuorumKept;
  readonly transitions = new TransitionsAllowed();
  readonly chain = new ChainIntact();
  readonly events = new EventsRelayed();
  readonly timers = new TimersOnce();
  readonly calls = new CallsOnce();
  readonly acknowledged: AcknowledgedKept;
  readonly #storage: Storage;
  violation: Violation | undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.configuration = new ConfigurationFollows(storage);
    this.quorum = new QuorumKept(storage);
    this.acknowledged = new AcknowledgedKept(storage);
  }

  /** How often what the rules are about came about. */
  get reached(): readonly (readonly [string, number])[] {
    return [
      ...this.transitions.reached,
      ...this.timers.fired,
      ['replayed calls', this.calls.replays],
      ['acknowledged decisions', this.acknowledged.acknowledged],
      ['decisions by link', this.acknowledged.byLink],
      ['linked facts', this.chain.linked],
      ['relayed events', this.events.relayedFromStream],
      ['anchored heads', this.chain.marked],
    ];
  }

  see(transaction: Transaction): Promise<void> {
    return this.#noting(async () => {
      this.transitions.see(transaction);
      decisionsKept(transaction);
      toldExactly(transaction);
      this.events.see(transaction);
      this.timers.see(transaction);
      this.calls.see(transaction);
      this.chain.see(transaction);
      await this.quorum.see(transaction);
      await this.configuration.see(transaction);
    });
  }

  hear(errand: Errand, answer: Answer): Promise<void> {
    return this.#noting(async () => {
      must(
        answer.status !== 429,
        () => `${errand.key} was tried again and again, and never got on`,
      );
      this.calls.hear(errand, answer);
      await this.acknowledged.hear(errand, answer);
    });
  }

  /** Whatever happens does so in so many steps. */
  requireEnd(steps: number, most: number): Promise<void> {
    return this.#noting(async () => must(steps < most, () => 'it never comes to an end'));
  }

  /** What the relay says is relayed is on the bus. */
  relayed(events: readonly Arrival[], published: ReadonlySet<string>): Promise<void> {
    return this.#noting(async () => this.events.relayed(events, published));
  }

  /** What the sequencer says is linked is in the chain. */
  sequenced(facts: readonly Arrival[]): Promise<void> {
    return this.#noting(async () => this.chain.sequenced(facts));
  }

  /** Once nothing goes on any more. */
  atRest({ tenants, queue, anchors, clock }: AtRest): Promise<void> {
    return this.#noting(async () => {
      nothingStuck(this.#storage);
      this.events.atRest(queue.published);
      must(this.chain.unlinked === 0, () => `${this.chain.unlinked} facts are never linked`);
      for (const tenant of tenants) {
        await everythingEnded(this.#storage, tenant);
        await chainVerified({ table: this.#storage, anchors, clock }, tenant);
        await configurationStored(this.#storage, tenant, this.configuration.of(tenant));
      }
    });
  }

  /** The product under test must not be able to swallow a violation. */
  async #noting(judge: () => Promise<void>): Promise<void> {
    try {
      await judge();
    } catch (error) {
      this.violation ??= error instanceof Violation ? error : new Violation(String(error));
    }
  }
}
