import type { Caller } from '#shared/http/caller.ts';
import type { Session } from './session.ts';
import type { DraftedSession } from './submit-draft.ts';
import { newTask, turnAccepted } from './turn-task.ts';
import { createTask } from './turn-task-store.ts';

/** Leaves the draft of a session that is `generating` to the queue: a model takes its time over it. */
export function handOverDraft(
  ids: { uuid(): string },
  caller: Caller,
  session: Session,
  at: Date,
): DraftedSession {
  const work = { kind: 'draft' } as const;
  const task = newTask(caller, { id: ids.uuid(), sessionId: session.id, work, at });
  return {
    session: { ...session, task_id: task.task_id },
    writes: [createTask(task)],
    events: [turnAccepted(task)],
  };
}
