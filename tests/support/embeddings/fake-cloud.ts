import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base';
import * as z from 'zod';

/** What the server read of a request. */
export interface AskedToEmbed {
  readonly path: string;
  readonly model: string;
  readonly texts: readonly string[];
  readonly dimensions: number;
  /** What the provider charges for. */
  readonly tokens: number;
}

/** How the server treats one request. Whether it charges for it. */
export type CloudBehaviour = (response: ServerResponse, asked: AskedToEmbed) => void;

export interface FakeCloud {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string;
  /** For `AZURE_OPENAI_ENDPOINT`. */
  readonly origin: string;
  readonly asked: readonly AskedToEmbed[];
  /** From the next request on; further ones take their turn one by one, the last one stays. */
  behave(...behaviours: readonly CloudBehaviour[]): void;
  stop(): Promise<void>;
}

/** A provider of embeddings on this machine, as good or as bad as it is told to be. */
export async function startFakeCloud(first: CloudBehaviour): Promise<FakeCloud> {
  const asked: AskedToEmbed[] = [];
  let behaviours: readonly CloudBehaviour[] = [first];
  const server = createServer(async (request, response) => {
    const read = await readRequest(request);
    asked.push(read);
    const [next = first, ...rest] = behaviours;
    if (rest.length > 0) behaviours = rest;
    next(response, read);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: `${origin}/v1`,
    asked,
    behave: (...next) => {
      behaviours = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const body = z.object({
  model: z.string(),
  input: z.array(z.string()),
  encoding_format: z.literal('base64'),
  dimensions: z.int().optional(),
});

const WIDTHS: Readonly<Record<string, number>> = { 'text-embedding-3-large': 3072 };

async function readRequest(request: IncomingMessage): Promise<AskedToEmbed> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const { model, input, dimensions } = body.parse(JSON.parse(Buffer.concat(pieces).toString()));
  const tokens = input.reduce((sum, text) => sum + countTokens(text), 0);
  return {
    path: request.url ?? '',
    model,
    texts: input,
    dimensions: dimensions ?? WIDTHS[model] ?? 1536,
    tokens,
  };
}
