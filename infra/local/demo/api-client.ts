import { randomUUID } from 'node:crypto';
import * as z from 'zod';

export interface Person {
  readonly user: string;
  readonly roles: readonly string[];
}

/** An answer that was not what the demo needs. */
export class UnexpectedAnswerError extends Error {
  readonly problem: { readonly code?: string };

  constructor(what: string, status: number, body: unknown) {
    super(`${what} answered ${status}: ${JSON.stringify(body)}`);
    this.problem = z.object({ code: z.string().optional() }).catch({}).parse(body);
  }
}

/** One person's view of the running system, over HTTP as any client has it. */
export class ApiClient {
  readonly #base: string;
  readonly #token: string;

  private constructor(base: string, token: string) {
    this.#base = base;
    this.#token = token;
  }

  /** Signs a person in at the local front door. */
  static async signIn(url: string, tenant: string, person: Person): Promise<ApiClient> {
    const email = `${person.user}@${tenant}.example`;
    const body = JSON.stringify({ tenant, email, ...person });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/local/token`, { method: 'POST', headers, body });
    const { token } = z.object({ token: z.string() }).parse(await response.json());
    return new ApiClient(`${url}/api/v1/onboarding`, token);
  }

  get<Body extends z.ZodType>(path: string, expected: Body): Promise<z.output<Body>> {
    return this.#send('GET', path, undefined, expected);
  }

  post<Body extends z.ZodType>(
    path: string,
    body: unknown,
    expected: Body,
  ): Promise<z.output<Body>> {
    return this.#send('POST', path, JSON.stringify(body), expected);
  }

  async #send<Body extends z.ZodType>(
    method: string,
    path: string,
    body: string | undefined,
    expected: Body,
  ): Promise<z.output<Body>> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'idempotency-key': randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const response = await fetch(`${this.#base}${path}`, { method, headers, body });
    const answer = await response.json();
    if (!response.ok) throw new UnexpectedAnswerError(`${method} ${path}`, response.status, answer);
    return expected.parse(answer);
  }
}
