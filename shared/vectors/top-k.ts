/**
 * The k highest of many scored values, highest first; ties keep the order of offering, so equal
 * input gives equal output. A bounded binary heap with the lowest kept value on top.
 */
export class TopK<Value> {
  readonly #limit: number;
  readonly #heap: Entry<Value>[] = [];
  #offered = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(score: number, value: Value): void {
    const entry = { score, value, order: this.#offered };
    this.#offered += 1;
    if (this.#heap.length < this.#limit) {
      this.#heap.push(entry);
      this.#rise(this.#heap.length - 1);
      return;
    }
    const lowest = this.#heap[0];
    if (!lowest || !isLower(lowest, entry)) return;
    this.#heap[0] = entry;
    this.#sink(0);
  }

  ranked(): readonly Scored<Value>[] {
    return [...this.#heap]
      .sort((left, right) => (isLower(left, right) ? 1 : -1))
      .map(({ score, value }) => ({ score, value }));
  }

  #rise(start: number): void {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfLower(at, parent)) return;
      at = parent;
    }
  }

  #sink(start: number): void {
    for (let at = start; ; ) {
      const lower = this.#lowerChild(at);
      if (lower === undefined || !this.#swapIfLower(lower, at)) return;
      at = lower;
    }
  }

  #lowerChild(at: number): number | undefined {
    const [left, right] = [this.#heap[2 * at + 1], this.#heap[2 * at + 2]];
    if (!left) return undefined;
    return right && isLower(right, left) ? 2 * at + 2 : 2 * at + 1;
  }

  #swapIfLower(child: number, parent: number): boolean {
    const [low, high] = [this.#heap[child], this.#heap[parent]];
    if (!low || !high || !isLower(low, high)) return false;
    this.#heap[child] = high;
    this.#heap[parent] = low;
    return true;
  }
}

export interface Scored<Value> {
  readonly score: number;
  readonly value: Value;
}

interface Entry<Value> extends Scored<Value> {
  readonly order: number;
}

const isLower = <Value>(left: Entry<Value>, right: Entry<Value>): boolean =>
  left.score < right.score || (left.score === right.score && left.order > right.order);
