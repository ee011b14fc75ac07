import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

/** What the server read of a request. It never sees more than a real one would. */
export interface AskedOfModel {
  readonly system: string;
  readonly content: string;
  /** The message between its fences; empty where there is none. */
  readonly message: string;
  readonly schemaName: string;
}

/** How the server treats one request. */
export type Behaviour = (response: ServerResponse, asked: AskedOfModel) => void;

export interface ModelServer {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string;
  readonly asked: readonly AskedOfModel[];
  /** From the next request on. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

/** A server on this machine that speaks OpenAI's protocol, as well or as badly as it is told to. */
export async function startModelServer(first: Behaviour): Promise<ModelServer> {
  const asked: AskedOfModel[] = [];
  let behaviour = first;
  const server = createServer(async (request, response) => {
    const read = await readRequest(request);
    asked.push(read);
    behaviour(response, read);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const body = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({
    json_schema: z.object({ name: z.string(), strict: z.literal(true) }),
  }),
});

async function readRequest(request: IncomingMessage): Promise<AskedOfModel> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const { messages, response_format } = body.parse(JSON.parse(Buffer.concat(pieces).toString()));
  const said = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
  const content = said('user');
  const [, message = ''] = /<<<MESSAGE \S+>>>\n([\s\S]*)\n<<<END \S+>>>$/.exec(content) ?? [];
  const schemaName = response_format.json_schema.name;
  return { system: said('system'), content, message, schemaName };
}
