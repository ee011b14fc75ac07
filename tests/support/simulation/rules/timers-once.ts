import type { Step, Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

/** A timer has its effect once, not before its time, and only while nobody has decided. */
export class TimersOnce {
  readonly #fired = new Set<string>();
  readonly #byKind = new Map<string, number>();

  /** How many have fired, by kind. */
  get fired(): ReadonlyMap<string, number> {
    return this.#byKind;
  }

  see({ by, tenant, atMs, steps }: Transaction): void {
    if (!by.name.startsWith('schedule')) return;
    for (const step of steps) this.#fire(`${tenant} ${step.after.id}`, atMs + by.skewMs, step);
  }

  #fire(changeset: string, nowMs: number, { before, after }: Step): void {
    const [timer] = before?.timers ?? [];
    must(timer !== undefined, () => `${changeset} was changed by a timer that it does not have`);
    const isOpen = before?.status === 'proposed' || before?.status === 'pending_approval';
    must(isOpen, () => `a timer of ${changeset} fired when it was ${before?.status}`);
    const name = `${changeset} ${after.revision} ${timer.kind}`;
    must(!this.#fired.has(name), () => `${name} fired twice`);
    must(Date.parse(timer.at) <= nowMs, () => `${name} fired before its time`);
    this.#fired.add(name);
    this.#byKind.set(timer.kind, (this.#byKind.get(timer.kind) ?? 0) + 1);
  }
}
