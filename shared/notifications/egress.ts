import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type AllowList, judgeAddress, type Verdict } from './egress-policy.ts';
import { EgressRefusedError } from './errors.ts';
import { type HttpAnswer, postOnce } from './post-once.ts';

/** Finds the addresses of a name. Injected so that tests can change their mind. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface HttpMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes. */
  readonly body: string;
}

/** Port to the outside world: the one way by which user-given addresses are called. */
export interface Egress {
  /** @throws EgressRefusedError when the address may not be called */
  check(url: string): Promise<void>;
  /** @throws EgressRefusedError before anything was sent; any other error is the network's */
  post(message: HttpMessage): Promise<HttpAnswer>;
}

/** From the first look-up to the last byte. */
const TIMEOUT_MS = 10_000;

export interface GuardedEgressOptions {
  readonly allowList: AllowList;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
}

/**
 * Calls public addresses and those of the operator's list, over https (inside the list plain http
 * too). A name is looked up once: what was checked is what is connected to.
 */
export class GuardedEgress implements Egress {
  readonly #allowList: AllowList;
  readonly #resolve: Resolve;
  readonly #timeoutMs: number;

  constructor({ allowList, resolve = resolveName, timeoutMs = TIMEOUT_MS }: GuardedEgressOptions) {
    this.#allowList = allowList;
    this.#resolve = resolve;
    this.#timeoutMs = timeoutMs;
  }

  async check(url: string): Promise<void> {
    await this.#admit(url);
  }

  async post({ url, headers, body }: HttpMessage): Promise<HttpAnswer> {
    const signal = AbortSignal.timeout(this.#timeoutMs);
    const { target, address } = await before(signal, this.#admit(url));
    return postOnce({ target, address, headers, body, signal });
  }

  /** The address that a URL leads to, once every address that it could lead to has been judged. */
  async #admit(text: string): Promise<{ readonly target: URL; readonly address: string }> {
    const target = readUrl(text);
    const addresses = await this.#addressesOf(target);
    const verdicts = addresses.map((address) => judgeAddress(address, this.#allowList));
    const [address] = addresses;
    if (address === undefined) throw new EgressRefusedError('The host has no address');
    if (verdicts.includes('refused'))
      throw new EgressRefusedError('The host is not on the public internet');
    holdToScheme(target, verdicts);
    return { target, address };
  }

  async #addressesOf({ hostname }: URL): Promise<readonly string[]> {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host)) return [host];
    try {
      return await this.#resolve(host);
    } catch {
      throw new EgressRefusedError('The host cannot be found');
    }
  }
}

function readUrl(text: string): URL {
  const target = URL.parse(text);
  if (!target || !['https:', 'http:'].includes(target.protocol))
    throw new EgressRefusedError('Give an https address');
  if (target.username || target.password)
    throw new EgressRefusedError('The address may not carry a user name or password');
  return target;
}

/** Public receivers are called by https alone, on its own port or one that no other service is known for. */
function holdToScheme({ protocol, port }: URL, verdicts: readonly Verdict[]): void {
  if (!verdicts.includes('public')) return;
  if (protocol !== 'https:') throw new EgressRefusedError('Give an https address');
  if (port !== '' && Number(port) < FIRST_FREE_PORT)
    throw new EgressRefusedError('The port belongs to another service');
}

const FIRST_FREE_PORT = 1024;

const resolveName: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

/** A look-up cannot be cancelled, only no longer waited for. */
function before<Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value> {
  const timedOut = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([value, timedOut]);
}
