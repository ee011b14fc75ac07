import * as z from 'zod';
import { API_BASE_PATH } from '#shared/http/route.ts';

/** The answer where work goes on after it. */
export const acceptedView = z.object({
  conversation_id: z.string(),
  status: z.literal('processing'),
  status_url: z.string(),
  task_id: z.string(),
});

/** What a rule turn takes at most, with a margin; a model may take longer. */
const RETRY_AFTER_SECONDS = 2;

/** 202: where to look for the outcome, and when. */
export function presentTask(sessionId: string, taskId: string) {
  const status_url = `${API_BASE_PATH}/conversation/${sessionId}/status`;
  const status = 'processing';
  return {
    status: 202,
    body: { conversation_id: sessionId, status, status_url, task_id: taskId },
    headers: { location: status_url, 'retry-after': String(RETRY_AFTER_SECONDS) },
  } as const;
}
