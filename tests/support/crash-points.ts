/** A process that dies at the n-th use of its ports, once, and stays dead until it is started again. */
export class CrashPoints {
  readonly #nth: number;
  readonly #when: 'before' | 'after';
  #uses = 0;
  #dead = false;
  /** Where it died. */
  description = '';

  constructor(nth: number, when: 'before' | 'after') {
    this.#nth = nth;
    this.#when = when;
  }

  get happened(): boolean {
    return this.description !== '';
  }

  startAgain(): void {
    this.#dead = false;
  }

  /** The port, with these methods as places to die. */
  around<Port extends object>(port: Port, methods: readonly (keyof Port & string)[]): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const call = (...args: unknown[]) => Reflect.apply(member, target, args);
        const method = methods.find((each) => each === name);
        return method ? (...args: unknown[]) => this.at(method, async () => call(...args)) : call;
      },
    });
  }

  async at<Value>(name: string, use: () => Promise<Value>): Promise<Value> {
    if (this.#dead) throw new Error('the process is dead');
    this.#uses += 1;
    if (this.#uses !== this.#nth) return use();
    this.description = `${name} ${this.#when} (use ${this.#nth})`;
    if (this.#when === 'after') await use();
    this.#dead = true;
    throw new Error(`crashed: ${this.description}`);
  }
}
