import type { DeliveryQueue, WakeUp } from '#shared/notifications/delivery-queue.ts';
import type { VirtualClock } from '../virtual-clock.ts';

interface Waiting {
  readonly wakeUp: WakeUp;
  readonly readyMs: number;
}

/** The delivery queue on virtual time. */
export class VirtualQueue implements DeliveryQueue {
  readonly #clock: VirtualClock;
  #waiting: Waiting[] = [];
  /** Every delay ever asked for. */
  readonly delays: number[] = [];

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  async send(wakeUps: readonly WakeUp[]): Promise<void> {
    for (const wakeUp of wakeUps) {
      this.delays.push(wakeUp.delaySeconds);
      const readyMs = this.#clock.ms + wakeUp.delaySeconds * 1000;
      this.#waiting.push({ wakeUp, readyMs });
    }
  }

  /** When the next message is ready; infinity when there is none. */
  get nextMs(): number {
    return Math.min(...this.#waiting.map(({ readyMs }) => readyMs));
  }

  /** Takes all messages that are ready by now. */
  take(): readonly WakeUp[] {
    const ready = this.#waiting.filter(({ readyMs }) => readyMs <= this.#clock.ms);
    this.#waiting = this.#waiting.filter(({ readyMs }) => readyMs > this.#clock.ms);
    return ready.map(({ wakeUp }) => wakeUp);
  }

  /** Loses whatever is in it. */
  lose(): void {
    this.#waiting = [];
  }
}
