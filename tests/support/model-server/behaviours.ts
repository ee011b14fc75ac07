import type { ServerResponse } from 'node:http';
import type { AskedOfModel, Behaviour } from './model-server.ts';

/** Answers with data, as a server should. */
export const answers =
  (answer: (asked: AskedOfModel) => unknown): Behaviour =>
  (response, asked) =>
    complete(response, { content: JSON.stringify(answer(asked)) });

/** Everything a server has ever done instead. Each leaves the turn to the rules. */
export const MISBEHAVIOURS = {
  'answers what is not JSON': (response) => complete(response, { content: 'Sure! Here you go:' }),
  'answers half a JSON text': (response) => complete(response, { content: '{"urgency": {"val' }),
  'answers another schema': (response) => complete(response, { content: '{"approved": true}' }),
  'answers nothing': (response) => complete(response, { content: '' }),
  'has no completion': (response) => json(response, 200, { choices: [] }),
  'sends a page': (response) => response.writeHead(200).end('<html>Welcome</html>'),
  refuses: (response) => complete(response, { content: null, refusal: 'I cannot help with that' }),
  filters: (response) => complete(response, { content: null }, 'content_filter'),
  'cuts its answer off': (response) => complete(response, { content: '{"urgency"' }, 'length'),
  'has had enough (429)': (response) =>
    json(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '30' }),
  'is broken (500)': (response) => json(response, 500, { error: { message: 'oops' } }),
  'is overloaded (503)': (response) => json(response, 503, {}),
  'does not know the key (401)': (response) => json(response, 401, { error: { message: 'no' } }),
  'does not know the model (404)': (response) => json(response, 404, {}),
  'sends elsewhere (302)': (response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:9/v1' }).end(),
  'hangs up': (response) => response.destroy(),
  'hangs up in the middle': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"choices": [', () => response.destroy());
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** Sends white space in front of its answer for as long as anybody listens. */
export const isEndless: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(100_000, ' ');
  const send = () => {
    while (!response.closed && response.write(piece));
  };
  response.on('drain', send);
  send();
};

/** Never says a word. */
export const isSilent: Behaviour = () => undefined;

/** Says a byte now and then, so that no time limit between bytes ever ends it. */
export const drips: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

interface Message {
  readonly content: string | null;
  readonly refusal?: string;
}

function complete(response: ServerResponse, message: Message, finish_reason = 'stop'): void {
  json(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
    usage: { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
  });
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
