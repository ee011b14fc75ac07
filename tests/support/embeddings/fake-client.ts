import { setImmediate } from 'node:timers/promises';
import { cloudSpace } from '#shared/embeddings/cloud-space.ts';
import type { EmbeddingCall, EmbeddingClient } from '#shared/embeddings/embedding-client.ts';
import type { EmbeddingServer } from '#shared/embeddings/embedding-server.ts';
import { failedReply } from '#shared/embeddings/failed-reply.ts';
import { knownUnitVector } from './known-vector.ts';

/** Narrow, so that thousands of them are made in no time. */
export const NARROW = { model: 'text-embedding-3-small', dimensions: 8 } as const;

/** A provider without a network, which fails as the test says and keeps a list of what it was sent. */
export class FakeClient {
  readonly calls: (readonly string[])[] = [];
  /** Called once per call, in turn. */
  fails: (texts: readonly string[]) => 'no' | 'whole call' | 'first text' | 'every other' = () =>
    'no';

  readonly connect = (server: EmbeddingServer): EmbeddingClient => ({
    payee: server.payee,
    model: server.model,
    space: cloudSpace(server),
    embed: async ({ texts }: EmbeddingCall) => {
      this.calls.push(texts);
      await setImmediate();
      const failure = this.fails(texts);
      if (failure === 'whole call') return failedReply('unavailable', 'is broken');
      const isLost = (at: number): boolean =>
        failure === 'first text' ? at === 0 : failure === 'every other' && at % 2 === 1;
      const vectors = texts.map((text, at) =>
        isLost(at) ? undefined : knownUnitVector(text, server.dimensions),
      );
      return { kind: 'embedded', vectors, complaint: null, inputTokens: null };
    },
  });
}
