import type { ServerResponse } from 'node:http';
import type { AskedToEmbed, CloudBehaviour } from './fake-cloud.ts';
import { knownVector } from './known-vector.ts';

interface Entry {
  readonly index: number;
  readonly embedding: unknown;
}

/** Does what it is paid for. */
export const embeds: CloudBehaviour = (response, asked) =>
  answer(response, asked, entriesOf(asked));

/** Answers that hold every vector, although not as OpenAI would send them. */
export const ODD_BUT_RIGHT = {
  'in reverse order': (response, asked) => answer(response, asked, entriesOf(asked).toReversed()),
  'as lists of numbers': (response, asked) =>
    answer(
      response,
      asked,
      entriesOf(asked, (vector) => [...vector]),
    ),
  'with more vectors than texts': (response, asked) =>
    answer(response, asked, [
      ...entriesOf(asked),
      { index: asked.texts.length, embedding: base64(knownVector('more', asked.dimensions)) },
    ]),
  'without usage': (response, asked) =>
    answer(response, asked, entriesOf(asked), { usage: undefined }),
} as const satisfies Readonly<Record<string, CloudBehaviour>>;

/** Answers that are paid and of which nothing can be used. */
export const LIES = {
  'half the width': (response, asked) =>
    answer(response, asked, entriesOf({ ...asked, dimensions: asked.dimensions / 2 })),
  'twice the width': (response, asked) =>
    answer(response, asked, entriesOf({ ...asked, dimensions: asked.dimensions * 2 })),
  'not a number': (response, asked) =>
    answer(
      response,
      asked,
      entriesOf(asked, (vector) => base64(vector.fill(Number.NaN, 3, 4))),
    ),
  'infinite numbers': (response, asked) =>
    answer(
      response,
      asked,
      entriesOf(asked, (vector) => base64(vector.fill(Infinity, 3, 4))),
    ),
  'nothing but zeros': (response, asked) =>
    answer(
      response,
      asked,
      entriesOf(asked, (vector) => base64(vector.fill(0))),
    ),
  'no base64': (response, asked) =>
    answer(
      response,
      asked,
      entriesOf(asked, () => '§§§'),
    ),
  'nothing in its place': (response, asked) =>
    answer(
      response,
      asked,
      entriesOf(asked, () => null),
    ),
  'every vector for the first text': (response, asked) =>
    answer(
      response,
      asked,
      [...entriesOf(asked), ...entriesOf(asked)].map((entry) => ({ ...entry, index: 0 })),
    ),
  'no list': (response) => json(response, 200, { data: 'none', usage: { prompt_tokens: 1 } }),
  'of another model of the same width': (response, asked) =>
    answer(response, asked, entriesOf(asked), { model: 'text-embedding-ada-002' }),
} as const satisfies Readonly<Record<string, CloudBehaviour>>;

/** Failures that cost nothing. */
export const FREE_FAILURES = {
  'has had enough (429)': (response) =>
    json(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '7' }),
  'has no money left (429)': (response) =>
    json(response, 429, { error: { message: 'quota', code: 'insufficient_quota' } }),
  'is broken (500)': (response) => json(response, 500, { error: { message: 'oops' } }),
  'is overloaded (503)': (response) => json(response, 503, {}),
  'does not know the key (401)': (response) => json(response, 401, { error: { message: 'no' } }),
  'does not know the model (404)': (response) => json(response, 404, {}),
  'does not like the input (400)': (response) => json(response, 400, { error: { message: 'no' } }),
} as const satisfies Readonly<Record<string, CloudBehaviour>>;

/** Failures after which nobody knows whether the work was done: they are paid. */
export const COSTLY_FAILURES = {
  'hangs up': (response) => response.destroy(),
  'hangs up in the middle': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"data": [', () => response.destroy());
  },
  'sends a page': (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>'),
  'sends broken JSON': (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": ['),
} as const satisfies Readonly<Record<string, CloudBehaviour>>;

/** Asks to be left alone for a while. */
export const busyFor =
  (seconds: number): CloudBehaviour =>
  (response) =>
    json(response, 429, { error: { message: 'slow' } }, { 'retry-after': `${seconds}` });

/** Never says a word. */
export const isSilent: CloudBehaviour = () => undefined;

/** Embeds all texts but the last one. */
export const forgetsTheLast: CloudBehaviour = (response, asked) =>
  answer(response, asked, entriesOf(asked).slice(0, -1));

/** Embeds, and says that it counted so many times as many tokens. */
export const overcharges =
  (times: number): CloudBehaviour =>
  (response, asked) =>
    answer(response, asked, entriesOf(asked), { usage: { prompt_tokens: asked.tokens * times } });

const entriesOf = (
  { texts, dimensions }: AskedToEmbed,
  write: (vector: Float32Array) => unknown = base64,
): Entry[] =>
  texts.map((text, index) => ({ index, embedding: write(knownVector(text, dimensions)) }));

const base64 = (vector: Float32Array): string => Buffer.from(vector.buffer).toString('base64');

function answer(
  response: ServerResponse,
  { model, tokens }: AskedToEmbed,
  entries: readonly Entry[],
  more: object = {},
): void {
  const data = entries.map((entry) => ({ object: 'embedding', ...entry }));
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  json(response, 200, { object: 'list', data, model, usage, ...more });
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
