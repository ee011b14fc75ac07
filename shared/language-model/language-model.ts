import type * as z from 'zod';
import type { Usage } from '#shared/budgets/price.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Prompt } from './prompt.ts';

export interface ModelRequest<Answer> {
  readonly prompt: Prompt;
  /** What the prompt is about; foreign text in it is fenced. */
  readonly content: string;
  /** What an answer must be to count as one. */
  readonly schema: z.ZodType<Answer>;
  readonly maxOutputTokens: number;
  /** How long it may take altogether, from now. */
  readonly deadlineMs: number;
}

/** What did not work, as values: every one of these is to be expected, and has an answer without a model. */
export type ModelFailure =
  /** The model would not answer. */
  | 'refused'
  /** The answer was longer than it may be. */
  | 'truncated'
  /** The answer was not what the schema says. */
  | 'invalid'
  | 'timed_out'
  | 'rate_limited'
  | 'unavailable'
  | 'budget_exhausted'
  | 'circuit_open';

export type ModelOutcome<Answer> =
  | {
      readonly kind: 'ok';
      readonly answer: Answer;
      readonly model: string;
      readonly usage: Usage | null;
    }
  | { readonly kind: ModelFailure; readonly detail: string };

/** Port to a language model. It answers in data of a schema, and can do nothing else. */
export interface LanguageModel {
  complete<Answer>(tenant: Tenant, request: ModelRequest<Answer>): Promise<ModelOutcome<Answer>>;
}
