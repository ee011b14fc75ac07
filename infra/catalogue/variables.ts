import type * as z from 'zod';

/**
 * Every variable a function may ask for in its `env.ts`, with what it stands for. Stacks give values
 * to exactly these; a function gets those its schema names and no other.
 */
const VARIABLES = {
  TABLE_NAME: 'the one table',
  BUCKET_NAME: 'documents, their text and the search segments',
  ANCHOR_BUCKET_NAME: 'heads of the audit chains, kept from change',
  BUS_NAME: 'the bus of domain events',
  DELIVER_QUEUE_URL: 'deliveries to be made',
  INGEST_QUEUE_URL: 'objects to be looked at, units of large documents',
  SIGNING_SECRET_ARN: 'key of cursors, links and stable ids',
  PROVIDER_KEYS_ARN: 'keys and addresses of outside providers',
  LOCAL_SPACE: 'hash, or joined with a sentence encoder',
  SENDER_ADDRESS: 'who mails come from',
  CONSOLE_URL: 'where links in messages lead',
  VECTOR_STORES: 'where vectors are kept, comma-separated; the first is for new tenants',
  EGRESS_ALLOW_CIDRS: 'private networks notifications may reach, comma-separated',
  ENVIRONMENT: 'name of the environment, for logs and metrics',
} as const;

export type VariableName = keyof typeof VARIABLES;
export type Variables = Readonly<Record<VariableName, string>>;

const isVariable = (name: string): name is VariableName => name in VARIABLES;

/** What a function's environment schema asks for. A variable that no stack sets does not compile. */
export const variablesOf = <Schema extends z.ZodObject>(
  schema: keyof Schema['shape'] extends VariableName ? Schema : never,
): readonly VariableName[] => Object.keys(schema.shape).filter(isVariable);
