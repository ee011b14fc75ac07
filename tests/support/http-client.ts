export interface TestRequest {
  readonly token?: string;
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is text already. */
  readonly body?: unknown;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The exact bytes. */
  readonly text: string;
  /** The parsed body; `undefined` if it is not JSON. Untyped, because tests also send nonsense. */
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of a body
  readonly body: any;
  /** By which the calls of this request are found: `cloud.callsOf(requestId)`. */
  readonly requestId: string;
}

/** A client for `METHOD /path` below a base URL. */
export const createClient =
  (baseUrl: () => string) =>
  async (route: string, options: TestRequest = {}): Promise<TestResponse> => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const response = await fetch(`${baseUrl()}${path}`, {
      method,
      headers: headersOf(options),
      body: bodyOf(options.body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parse(text),
      requestId: response.headers.get('apigw-requestid') ?? '',
    };
  };

const headersOf = ({ token, idempotencyKey, headers, body }: TestRequest) => ({
  ...(token && { authorization: `Bearer ${token}` }),
  ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...headers,
});

const bodyOf = (body: unknown): string | undefined =>
  typeof body === 'string' || body === undefined ? body : JSON.stringify(body);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
