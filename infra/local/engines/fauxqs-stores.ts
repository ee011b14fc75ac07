import { mkdirSync } from 'node:fs';
import { type BuildAppOptions, buildApp } from 'fauxqs';
import { LOOPBACK, portOf } from './loopback.ts';

type FauxqsStores = NonNullable<BuildAppOptions['stores']>;
export type QueueStore = FauxqsStores['sqsStore'];
export type BucketStore = FauxqsStores['s3Store'];
export type FauxqsApp = ReturnType<typeof buildApp>;

interface Persistence {
  load(...stores: [QueueStore, FauxqsStores['snsStore'], BucketStore]): void;
  close(): void;
}

/** The internals that fauxqs 2.4.1 does not export; the exact pin keeps them where they are. */
interface FauxqsInternals {
  readonly SqsStore: {
    new (): QueueStore;
    createMessage: (
      body: string,
      attributes: Readonly<Record<string, StringAttribute>>,
    ) => Parameters<Queue['enqueue']>[0];
  };
  readonly SnsStore: new () => FauxqsStores['snsStore'];
  readonly S3Store: new () => BucketStore;
  readonly PersistenceManager: new (
    dataFolder: string,
  ) => Persistence & NonNullable<QueueStore['persistence']>;
}

interface StringAttribute {
  readonly DataType: 'String';
  readonly StringValue: string;
}

type Queue = ReturnType<QueueStore['createQueue']>;

export interface FauxqsInstance {
  readonly app: FauxqsApp;
  readonly stores: FauxqsStores;
  readonly createMessage: FauxqsInternals['SqsStore']['createMessage'];
  /** Binds the loopback address and tells where. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * fauxqs with its own SQLite persistence, but bound to the loopback address only: its ready-made
 * server listens on every interface, and its app without persistence forgets.
 */
export async function createFauxqs(region: string, dataFolder?: string): Promise<FauxqsInstance> {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await internals();
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  let persistence: InstanceType<typeof PersistenceManager> | undefined;
  if (dataFolder) {
    mkdirSync(dataFolder, { recursive: true });
    persistence = new PersistenceManager(dataFolder);
    // Before the stores write through: loading is not to be written back.
    persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
    stores.sqsStore.persistence = persistence;
    stores.s3Store.persistence = persistence;
    for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence;
  }
  const app = buildApp({ logger: false, defaultRegion: region, stores });
  return {
    app,
    stores,
    createMessage: SqsStore.createMessage,
    async listen() {
      await app.listen({ port: 0, host: LOOPBACK });
      return `http://${LOOPBACK}:${portOf(app.server.address())}`;
    },
    async stop() {
      await app.close();
      persistence?.close();
    },
  };
}

async function internals(): Promise<FauxqsInternals> {
  const [sqs, sns, s3, persistence] = await Promise.all(
    ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'persistence.js'].map(
      (file) => import(new URL(file, import.meta.resolve('fauxqs')).href),
    ),
  );
  return { ...sqs, ...sns, ...s3, ...persistence };
}
