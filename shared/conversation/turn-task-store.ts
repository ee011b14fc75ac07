import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { expiryOf, partitionOf } from './session-store.ts';
import { type TurnTask, turnTask } from './turn-task.ts';

const keyOf = (sessionId: string, taskId: string): Key => ({
  partition: partitionOf(sessionId),
  sort: `TASK#${taskId}`,
});

export async function findTask(
  table: Table,
  tenant: Tenant,
  sessionId: string,
  taskId: string,
): Promise<TurnTask | undefined> {
  const item = await table.get(tenant, keyOf(sessionId, taskId));
  return item && turnTask.parse(item);
}

export const createTask = (task: TurnTask): Write => ({
  action: 'put',
  key: keyOf(task.session_id, task.task_id),
  condition: absent,
  item: task,
  expiresAt: expiryOf(task.accepted_at),
});

/** Done or given up, once: whoever comes second changes nothing. */
export const endTask = (task: TurnTask, state: 'done' | 'given_up'): Write => ({
  ...createTask(task),
  action: 'put',
  item: { ...task, state },
  condition: equals({ state: 'processing' }),
  refused: () => new InvalidStateError('The work on this turn has ended already'),
});
