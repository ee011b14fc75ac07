import { Errors, type Index, Pinecone } from '@pinecone-database/pinecone';

export interface PineconeSettings {
  readonly apiKey: string;
  /** Prefix of the indexes' names. */
  readonly index: string;
  /** Undefined: Pinecone's own. */
  readonly controllerHost: string | undefined;
  /** Where indexes are made: `aws/us-east-1`. */
  readonly region: string;
}

/** An index holds vectors of one width, so there is one per width; it is made when it is first needed. */
export class WidthIndexes {
  readonly #client: Pinecone;
  readonly #settings: PineconeSettings;
  readonly #found = new Map<number, Index>();

  constructor(settings: PineconeSettings) {
    const { apiKey, controllerHost } = settings;
    this.#client = new Pinecone({
      apiKey,
      ...(controllerHost && { controllerHostUrl: controllerHost }),
    });
    this.#settings = settings;
  }

  /** Undefined where there is none of this width. */
  async find(dimensions: number): Promise<Index | undefined> {
    const known = this.#found.get(dimensions);
    if (known) return known;
    const host = await this.#hostOf(dimensions);
    const index = host === undefined ? undefined : this.#open(host);
    if (index) this.#found.set(dimensions, index);
    return index;
  }

  async make(dimensions: number): Promise<Index> {
    const found = await this.find(dimensions);
    if (found) return found;
    const [cloud = '', region = ''] = this.#settings.region.split('/');
    await this.#client.createIndex({
      name: this.#nameOf(dimensions),
      dimension: dimensions,
      metric: 'cosine',
      spec: { serverless: { cloud, region } },
      waitUntilReady: true,
      suppressConflicts: true,
    });
    const made = await this.find(dimensions);
    if (!made) throw new Error(`Index ${this.#nameOf(dimensions)} was made and is not there`);
    return made;
  }

  /** The indexes of every width. */
  async all(): Promise<readonly Index[]> {
    const { indexes = [] } = await this.#client.listIndexes();
    return indexes
      .filter(({ name }) => name.startsWith(`${this.#settings.index}-`))
      .map(({ host }) => this.#open(host));
  }

  #nameOf(dimensions: number): string {
    return `${this.#settings.index}-${dimensions}`;
  }

  async #hostOf(dimensions: number): Promise<string | undefined> {
    try {
      return (await this.#client.describeIndex(this.#nameOf(dimensions))).host;
    } catch (error) {
      if (error instanceof Errors.PineconeNotFoundError) return undefined;
      throw error;
    }
  }

  #open(host: string): Index {
    return this.#client.index({ host });
  }
}
