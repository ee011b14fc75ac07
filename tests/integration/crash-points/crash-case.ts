import type { Prepare } from '#tests/support/onboarding/crash-matrix.ts';

/** One write over HTTP, which is killed at each of its calls. */
export interface CrashCase {
  /** As the API names it: `POST /conversation/start`. */
  readonly route: string;
  /** The function behind it. */
  readonly in: string;
  readonly what: string;
  readonly prepare: Prepare;
  /** So many crashes at least: two for each call. @default 4 */
  readonly points?: number;
}

/** The key under which a request comes, and comes again. */
export const KEY = 'the-same-key';
