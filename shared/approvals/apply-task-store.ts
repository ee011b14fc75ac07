import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Put } from '#shared/store/write.ts';
import { type ApplyTask, applyTask } from './apply-task.ts';

/** The due queue of applications that nobody has moved on in time. */
export const APPLICATION_QUEUE = 'APPLICATION';

/** One revision of a changeset is applied, or tried to, once. */
export type TaskAddress = Pick<ApplyTask, 'changeset_id' | 'revision'>;

const keyOf = ({ changeset_id, revision }: TaskAddress): Key => ({
  partition: `APPLICATION#${changeset_id}`,
  sort: String(revision),
});

export async function findApplyTask(
  table: Table,
  tenant: Tenant,
  address: TaskAddress,
): Promise<ApplyTask | undefined> {
  const item = await table.get(tenant, keyOf(address));
  return item && applyTask.parse(item);
}

/** Another worker has taken over, or this one's last step happened though it heard otherwise. */
export class LeaseLostError extends InvalidStateError {}

/** A new task, or the next step of one that stands exactly as it was read. */
export const putTask = (task: ApplyTask, read?: ApplyTask): Put => ({
  action: 'put',
  key: keyOf(task),
  condition: read ? equals({ token: read.token, done: read.done, state: read.state }) : absent,
  refused: () => new LeaseLostError('The application has moved on'),
  item: task,
  ...(task.state !== 'ended' && {
    index: { due: { queue: APPLICATION_QUEUE, at: task.lease_until } },
  }),
});
