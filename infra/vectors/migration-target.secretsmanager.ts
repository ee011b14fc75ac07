import * as z from 'zod';
import { localSpace } from '#shared/embeddings/local-space.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import { type VectorStores, vectorStores } from '#shared/vectors/databases/vector-stores.ts';
import type { LocalEndpoints } from '../local/gateway/local-routes.ts';

/** What the command works on: a deployment's data, and where its vectors may be. */
export interface MigrationTarget {
  readonly tableName: string;
  readonly bucketName: string;
  readonly keys: Secret;
  readonly stores: VectorStores;
  readonly localSpace: z.output<typeof localSpace>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const choices = z.object({ VECTOR_STORES: vectorStores, LOCAL_SPACE: localSpace.default('hash') });
const account = z.object({
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  PROVIDER_KEYS_ARN: z.string().min(1),
});
const endpoints: z.ZodType<
  Pick<LocalEndpoints, 'dynamodb' | 's3' | 'table' | 'bucket' | 'region'>
> = z.object({
  dynamodb: z.url(),
  s3: z.url(),
  table: z.string(),
  bucket: z.string(),
  region: z.string(),
});

/** The account of the process's credentials. @throws ZodError naming each missing variable */
export function accountTarget(environment: Environment): MigrationTarget {
  const { TABLE_NAME, BUCKET_NAME, PROVIDER_KEYS_ARN } = account.parse(environment);
  const keys = connectSecret(PROVIDER_KEYS_ARN);
  return { tableName: TABLE_NAME, bucketName: BUCKET_NAME, keys, ...chosenIn(environment) };
}

/** The local cloud at a URL, which has to be running. AWS clients of this process find it from now on. */
export async function localTarget(url: string, environment: Environment): Promise<MigrationTarget> {
  const answer = await fetch(new URL('/local/endpoints', url)).catch((cause) => {
    throw new TypeError(`No local cloud answers at ${url}; start one, or say --account`, { cause });
  });
  const local = endpoints.parse(await answer.json());
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: local.region,
    AWS_ENDPOINT_URL_DYNAMODB: local.dynamodb,
    AWS_ENDPOINT_URL_S3: local.s3,
  });
  return {
    tableName: local.table,
    bucketName: local.bucket,
    keys: { read: async () => JSON.stringify(environment) },
    ...chosenIn(environment),
  };
}

function chosenIn(environment: Environment) {
  const { VECTOR_STORES, LOCAL_SPACE } = choices.parse(environment);
  return { stores: VECTOR_STORES, localSpace: LOCAL_SPACE };
}
