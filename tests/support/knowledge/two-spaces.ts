import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';

/** Understands what a text is about, in a space of three directions. */
const CLOUD = {
  name: 'openai',
  model: 'three-topics',
  spaceId: 'three-topics-3',
  dimensions: 3,
  noiseFloor: 0.5,
  embed: async (texts: readonly string[]) => texts.map(aboutWhat),
};

const TOPICS = [/gate|entrance|door/i, /lunch|meal|canteen/i];

function aboutWhat(text: string): Float32Array {
  const topic = TOPICS.findIndex((words) => words.test(text));
  return Float32Array.from([0, 1, 2], (at) => (at === (topic === -1 ? 2 : topic) ? 1 : 0));
}

/** A preferred cloud space, that tests can take down, before the local one. */
export class TwoSpaces implements EmbeddingService {
  readonly #cloud = freeEmbeddings(CLOUD);
  readonly #local = freeEmbeddings(localHashProvider);
  cloudIsDown = false;
  /** Spaces in which queries were embedded. */
  readonly asked: string[] = [];

  async spaces() {
    return [CLOUD, localHashProvider];
  }

  async embed(...[tenant, request]: Parameters<EmbeddingService['embed']>) {
    if (request.inputType === 'query') this.asked.push(request.spaceId);
    if (request.spaceId !== CLOUD.spaceId) return this.#local.embed(tenant, request);
    if (!this.cloudIsDown) return this.#cloud.embed(tenant, request);
    return request.texts.map(() => ({ failed: 'unavailable' as const, detail: 'down' }));
  }
}
