import type { QueueName } from './queues.ts';

/** A transaction is authorised as the actions it is made of. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

export type IndexName = 'inbox' | 'due';
type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject';

/** What a function may do, and nothing besides: its role is made of this. */
export interface Access {
  readonly table?: readonly TableAction[];
  /** Indexes it may query. */
  readonly indexes?: readonly IndexName[];
  /** On objects below `tenants/`. */
  readonly objects?: readonly ObjectAction[];
  /** Tells an absent object from a forbidden one. */
  readonly listObjects?: true;
  /** Puts heads of audit chains where they cannot be changed. */
  readonly writeAnchors?: true;
  /** Their listing tells all there is to know. */
  readonly listAnchors?: true;
  readonly publishEvents?: true;
  readonly sendTo?: readonly QueueName[];
  readonly readSigningKey?: true;
  readonly readProviderKeys?: true;
  readonly sendEmail?: true;
}
