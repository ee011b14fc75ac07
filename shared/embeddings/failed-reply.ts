import type { FailedReply } from './embedding-client.ts';

type Rest = Partial<Pick<FailedReply, 'mayRetry' | 'retryAfterMs' | 'mayBeBilled'>>;

/** A call that brought nothing; hopeless and free of charge unless said otherwise. */
export const failedReply = (
  kind: FailedReply['kind'],
  detail: string,
  { mayRetry = false, retryAfterMs = null, mayBeBilled = false }: Rest = {},
): FailedReply => ({ kind, detail, mayRetry, retryAfterMs, mayBeBilled });
