import * as z from 'zod';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { API_BASE_PATH } from '#shared/http/route.ts';
import type { ApplyTask } from './apply-task.ts';

/** How far an application in batches is (wire shape). */
export const progressView = z.object({
  /** `reverting` takes back what was done, because the configuration had moved on. */
  state: z.enum(['applying', 'reverting', 'ended']),
  changes_done: z.int(),
  changes_total: z.int(),
});

export const presentProgress = ({
  state,
  done,
  total,
}: ApplyTask): z.infer<typeof progressView> => ({
  state,
  changes_done: done,
  changes_total: total,
});

/** An application of some hundred changes takes about this long. */
const RETRY_AFTER_SECONDS = 2;

/** 200 with what has happened; 202 with where to look where the application goes on in the queue. */
export function answerAbout<Body extends object>({ id, status }: Changeset, body: Body) {
  if (status !== 'applying') return { status: 200, body } as const;
  const status_url = `${API_BASE_PATH}/changesets/${id}`;
  return {
    status: 202,
    body: { ...body, status_url },
    headers: { location: status_url, 'retry-after': String(RETRY_AFTER_SECONDS) },
  } as const;
}
