import { turnAcceptedV1 } from '#events/turn-accepted.v1.ts';
import { type WorkOnTaskDeps, workOnTask } from '#shared/conversation/work-on-task.ts';
import { eventConsumer, on } from '#shared/queue/event-consumer.ts';

/** A turn that was taken on → answered. Safe to repeat. */
export const createHandler = (deps: WorkOnTaskDeps) =>
  eventConsumer([
    on(turnAcceptedV1, ({ tenant, data: { session_id, task_id } }, log) =>
      workOnTask(deps, tenant, { sessionId: session_id, taskId: task_id }, log),
    ),
  ]);
