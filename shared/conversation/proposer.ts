import type { Tenant } from '#shared/runtime/tenant.ts';
import type { FilledSlots, ShiftPlan, SlotName } from '#shared/slots/slot-values.ts';
import type { NamedThings } from './named-sites.ts';
import type { ConversationType, PendingQuestion } from './session.ts';

/** A piece of the message, in UTF-16 units, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A value somebody read out of a message. It is a claim: the step function checks it against the
 * slot's schema. `operating_hours` may carry only `open` or only `close`.
 */
export interface Proposal {
  readonly slot: SlotName;
  readonly value: unknown;
  /** 0 to 1; under .6 it is asked, never taken. */
  readonly confidence: number;
  /** Null where the value was not said, as in `client_context`. */
  readonly span: TextSpan | null;
  /** The prompt, with its version, that led to it; absent for what rules have read. */
  readonly origin?: string;
}

/** What a proposer may know of the conversation. */
export interface ProposerInput {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly slots: FilledSlots;
  readonly pending: PendingQuestion | null;
  /** Slots that the last turn changed. */
  readonly touched: readonly SlotName[];
  /** What would be offered now, so that "add a cleaner" has something to add to. */
  readonly suggested: {
    readonly staff_roles?: readonly string[];
    readonly shifts?: readonly ShiftPlan[];
  };
  /** What is different in a conversation that sets up nothing. @default it is an `initial_setup` */
  readonly other?: OtherConversation;
}

export interface OtherConversation {
  readonly type: Exclude<ConversationType, 'initial_setup'>;
  /** What was asked; rules read an answer about any number of people as one about users. */
  readonly asked: PendingQuestion | null;
  /** What the tenant has, by the names that people use. */
  readonly things: NamedThings;
  /**
   * What the rules' reading means here, and what they read besides.
   * @param said a part of the message. @default all of it
   */
  readonly interpret: (byRules: readonly Proposal[], said?: string) => readonly Proposal[];
}

/** Port. Rules and models propose slot values; neither decides anything. The tenant pays for a model. */
export interface Proposer {
  propose(tenant: Tenant, input: ProposerInput): Promise<readonly Proposal[]>;
}
