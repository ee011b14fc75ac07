import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Route, routeKeyOf } from '#shared/http/route.ts';
import type { TestCloud } from '../local-cloud.ts';

/** What a visitor says besides the route; whatever the contract asks for, and nonsense too. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** @default a new one, where the route takes one */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const problem = z.object({ status: z.int(), code: z.string() });

/** Somebody with a token who uses the API by its contracts, and keeps the keys of routes that served. */
export class Visitor {
  readonly #request: TestCloud['request'];
  readonly #token: string | undefined;
  readonly #served: Set<string>;

  constructor(request: TestCloud['request'], token: string | undefined, served: Set<string>) {
    this.#request = request;
    this.#token = token;
    this.#served = served;
  }

  /** @returns the body, parsed by the contract. @throws Error for another status than this one */
  async call<R extends Route, Status extends keyof R['responses'] & number>(
    route: R,
    status: Status,
    ask: Ask = {},
  ): Promise<z.output<R['responses'][Status]>> {
    const response = await this.#send(route, status, ask);
    this.#served.add(routeKeyOf(route));
    const contract: R['responses'][Status] = route.responses[status];
    return contract.parse(response.body ?? response.text);
  }

  /** @returns the code of the problem. @throws Error for another status than this one */
  async refused(route: Route, status: number, ask: Ask = {}): Promise<string> {
    const response = await this.#send(route, status, ask);
    return problem.parse(response.body).code;
  }

  /** The same call, twice. @throws Error unless the second answer is the first one, replayed */
  async callTwice<R extends Route, Status extends keyof R['responses'] & number>(
    route: R,
    status: Status,
    ask: Ask = {},
  ): Promise<z.output<R['responses'][Status]>> {
    const once = { idempotencyKey: randomUUID(), ...ask };
    const first = await this.call(route, status, once);
    const second = await this.#send(route, status, once);
    if (second.headers.get('idempotent-replayed') === 'true') return first;
    throw new Error(`${routeKeyOf(route)} was not replayed`);
  }

  async #send(route: Route, status: number, ask: Ask) {
    const takesKey = route.idempotency !== 'none';
    const response = await this.#request(`${route.method} ${addressOf(route, ask)}`, {
      ...(this.#token && { token: this.#token }),
      ...(takesKey && { idempotencyKey: ask.idempotencyKey ?? randomUUID() }),
      ...(ask.headers && { headers: ask.headers }),
      body: ask.body,
    });
    if (response.status === status) return response;
    throw new Error(
      `${routeKeyOf(route)} answered ${response.status}, not ${status}: ${response.text}`,
    );
  }
}

function addressOf({ path }: Route, { path: variables = {}, query }: Ask): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(variables[name] ?? 'unknown'),
  );
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}
