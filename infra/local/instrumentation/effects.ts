import type { Caller } from './callers.ts';
import { throttled, transactionConflict } from './fault-answers.ts';
import type { Effect, Moment } from './faults.ts';
import type { PassingAnswer } from './passing-answer.ts';
import type { SdkCall } from './sdk-call.ts';

/** The faults that struck one call, in the order in which it meets them. */
export class Effects {
  readonly #effects: readonly Effect[];

  constructor(effects: readonly Effect[]) {
    this.#effects = effects;
  }

  has(kind: Effect['kind']): boolean {
    return this.#effects.some((effect) => effect.kind === kind);
  }

  get delayMs(): number {
    return this.#effects.reduce(
      (sum, effect) => sum + (effect.kind === 'delay' ? effect.ms : 0),
      0,
    );
  }

  refusal(call: SdkCall): PassingAnswer | undefined {
    if (this.has('throttle')) return throttled(call);
    return this.has('conflict') ? transactionConflict(call) : undefined;
  }

  /** Whether the caller never sees an answer; a crash takes its instance down first. */
  async breaks(moment: Moment, caller: Caller): Promise<boolean> {
    const struck = this.#effects.filter((effect) => 'when' in effect && effect.when === moment);
    if (struck.some(({ kind }) => kind === 'crash')) await caller.kill();
    return struck.length > 0;
  }
}
