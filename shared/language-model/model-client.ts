import type { PaidProvider, Usage } from '#shared/budgets/price.ts';
import type { Prompt } from './prompt.ts';

/** One question, as it goes over the wire. */
export interface ModelCall {
  readonly prompt: Prompt;
  readonly content: string;
  readonly maxOutputTokens: number;
  readonly timeoutMs: number;
}

export type ModelReply =
  | {
      readonly kind: 'answered';
      readonly text: string;
      /** Stopped because it had said everything. */
      readonly complete: boolean;
      /** Why it would not answer, if it would not. */
      readonly refusal: string | null;
      /** Null where the server does not count, or counts nonsense. */
      readonly usage: Usage | null;
    }
  | {
      readonly kind: 'timed_out' | 'rate_limited' | 'unavailable';
      readonly detail: string;
      /** An answer was coming and was broken off: it is billed. @default only where it timed out */
      readonly underWay?: true;
    };

/** Port to one provider's API. What goes wrong there is a reply too, never an exception. */
export interface ModelClient {
  /** Who sends the bill; `free` for a server of one's own. */
  readonly payee: PaidProvider | 'free';
  readonly model: string;
  ask(call: ModelCall): Promise<ModelReply>;
}
