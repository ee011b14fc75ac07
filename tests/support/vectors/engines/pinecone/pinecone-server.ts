import fastify, { type FastifyInstance } from 'fastify';
import * as z from 'zod';
import {
  deleteRequest,
  fetchByMetadataRequest,
  PineconeIndex,
  queryRequest,
  Refused,
  upsertRequest,
} from './pinecone-index.ts';

/** The service takes 2 MB in one upsert. */
const MOST_BYTES = 2 * 1024 * 1024;

const createRequest = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
    .max(45),
  schema: z.object({
    fields: z.record(z.string(), z.object({ dimension: z.int().min(1).max(20_000) })),
  }),
});

/**
 * A stand-in for Pinecone on loopback, both hosts in one: it speaks what the published API
 * (2026-07, as the client's generated types have it) says of the calls we make, with its documented
 * limits and its delay until records are seen. It is no recording of the service itself.
 */
export async function startPinecone() {
  const indexes = new Map<string, { index: PineconeIndex; dimension: number }>();
  const server = fastify({ bodyLimit: MOST_BYTES });
  server.addHook('onRequest', async ({ headers }, reply) => {
    if (headers['api-key'] !== 'test-key') return reply.code(401).send('Invalid API Key');
    if (!headers['x-pinecone-api-version']) return reply.code(400).send('No API version');
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const invalid = error instanceof z.ZodError ? 400 : (error.statusCode ?? 500);
    const status = error instanceof Refused ? error.status : invalid;
    return reply.code(status).send({ code: status, message: error.message, details: [] });
  });
  const described = (name: string) => ({
    name,
    host: `${baseOf(server)}/data/${name}`,
    status: { ready: true, state: 'Ready' },
    deployment: {
      deployment_type: 'managed',
      cloud: 'aws',
      region: 'us-east-1',
      environment: 'local',
    },
    schema: {
      version: 'v1',
      fields: {
        values: { type: 'dense_vector', dimension: indexes.get(name)?.dimension, metric: 'cosine' },
      },
    },
    deletion_protection: 'disabled',
  });
  controlRoutes(server, indexes, described);
  dataRoutes(server, (name) => {
    const known = indexes.get(name);
    if (!known) throw new Refused(404, 'No such index');
    return known.index;
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: baseOf(server), close: () => server.close() };
}

type Indexes = Map<string, { index: PineconeIndex; dimension: number }>;

function controlRoutes(
  server: FastifyInstance,
  indexes: Indexes,
  described: (name: string) => object,
) {
  server.get('/indexes', async () => ({ indexes: [...indexes.keys()].map(described) }));
  server.get<{ Params: { name: string } }>('/indexes/:name', async ({ params: { name } }) => {
    if (!indexes.has(name)) throw new Refused(404, `Resource ${name} not found`);
    return described(name);
  });
  server.post('/indexes', async ({ body }, reply) => {
    const { name, schema } = createRequest.parse(body);
    if (indexes.has(name)) throw new Refused(409, 'Resource already exists');
    const dimension = Object.values(schema.fields)[0]?.dimension ?? 0;
    indexes.set(name, { index: new PineconeIndex(dimension), dimension });
    return reply.code(201).send(described(name));
  });
}

interface DataRoute {
  Params: { name: string };
  Querystring: { namespace?: string; prefix?: string; paginationToken?: string };
}

function dataRoutes(server: FastifyInstance, open: (name: string) => PineconeIndex) {
  const post = (path: string, answer: (index: PineconeIndex, body: unknown) => object) =>
    server.post<DataRoute>(`/data/:name${path}`, async ({ params, body }) =>
      answer(open(params.name), body),
    );
  post('/vectors/upsert', (index, body) => index.upsert(upsertRequest.parse(body)));
  post('/query', (index, body) => index.query(queryRequest.parse(body)));
  post('/vectors/delete', (index, body) => index.delete(deleteRequest.parse(body)));
  post('/vectors/fetch_by_metadata', (index, body) =>
    index.fetchByMetadata(fetchByMetadataRequest.parse(body)),
  );
  server.get<DataRoute>('/data/:name/vectors/list', async ({ params, query }) =>
    open(params.name).list(query.namespace ?? '', query.prefix ?? '', query.paginationToken),
  );
  server.get<DataRoute>('/data/:name/namespaces', async ({ params, query }) =>
    open(params.name).listNamespaces(query.prefix ?? '', query.paginationToken),
  );
}

function baseOf({ server }: FastifyInstance): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');
  return `http://127.0.0.1:${address.port}`;
}
