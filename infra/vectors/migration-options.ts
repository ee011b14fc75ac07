import { parseArgs } from 'node:util';
import * as z from 'zod';
import { TENANT_PATTERN } from '#shared/runtime/tenant.ts';
import { backendName } from '#shared/vectors/databases/serving.ts';

export const USAGE = `npm run vectors:migrate -- --to <backend> [--space <space>] [--tenant <tenant>]
                          --finish | --rollback | --status   instead of --to

  --to <backend>      shelf, pgvector, postgres-array, pinecone or chroma; every end must be in VECTOR_STORES
  --space <space>     also embeds every document in this space; with the backend of now, that alone
  --tenant <tenant>   one tenant only
  --finish            ends a move that was switched, and frees what the backend of before has
  --rollback          takes a move back, before or after its switch
  --url <url>         the local cloud (http://127.0.0.1:4000)
  --account           instead of the local cloud, the account of TABLE_NAME, BUCKET_NAME and PROVIDER_KEYS_ARN
`;

const optionsSchema = z
  .strictObject({
    to: backendName.optional(),
    space: z.string().min(1).optional(),
    tenant: z.string().regex(TENANT_PATTERN).optional(),
    finish: z.boolean(),
    rollback: z.boolean(),
    status: z.boolean(),
    url: z.url(),
    account: z.boolean(),
  })
  .refine(
    ({ to, finish, rollback, status }) =>
      [to, finish, rollback, status].filter(Boolean).length === 1,
    {
      message: 'One of --to, --finish, --rollback and --status is needed',
    },
  );
export type MigrationOptions = z.output<typeof optionsSchema>;

/** @throws ZodError, TypeError for what the usage does not say */
export function readOptions(args: readonly string[]): MigrationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      to: { type: 'string' },
      space: { type: 'string' },
      tenant: { type: 'string' },
      finish: { type: 'boolean', default: false },
      rollback: { type: 'boolean', default: false },
      status: { type: 'boolean', default: false },
      url: { type: 'string', default: 'http://127.0.0.1:4000' },
      account: { type: 'boolean', default: false },
    },
  });
  return optionsSchema.parse(values);
}
