/**
 * The k highest of many scored values, highest first; ties keep the order of offering, so equal
 * input gives equal output. A bounded binary heap with the lowest kept entry on top.
 */
export class TopK<Value> {
  readonly #limit: number;
  readonly #heap: Entry<Value>[] = [];
  #offered = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether a value of this score would be kept: ask first where making the value costs something. */
  wants(score: number): boolean {
    const lowest = this.#heap[0];
    return this.#heap.length < this.#limit || (lowest !== undefined && score > lowest.score);
  }

  offer(score: number, value: Value): void {
    if (!this.wants(score)) return;
    const entry = { score, value, order: this.#offered };
    this.#offered += 1;
    if (this.#heap.length < this.#limit) this.#rise(this.#heap.push(entry) - 1);
    else {
      this.#heap[0] = entry;
      this.#sink();
    }
  }

  ranked(): readonly Scored<Value>[] {
    return [...this.#heap]
      .sort((left, right) => (isLower(left, right) ? 1 : -1))
      .map(({ score, value }) => ({ score, value }));
  }

  #rise(start: number): void {
    for (let at = start; at > 0; at = (at - 1) >> 1) {
      if (!this.#swapIfLower(at, (at - 1) >> 1)) return;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const child = this.#lowerChild(at);
      if (!this.#swapIfLower(child, at)) return;
      at = child;
    }
  }

  #lowerChild(at: number): number {
    const [left, right] = [this.#heap[2 * at + 1], this.#heap[2 * at + 2]];
    return left && right && isLower(right, left) ? 2 * at + 2 : 2 * at + 1;
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
