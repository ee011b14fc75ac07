import * as z from 'zod';
import { citation } from '#shared/recommendations/recommendation.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import type { RecordedTurn } from './replay.ts';
import type { Session } from './session.ts';
import { expiryOf, partitionOf, stored } from './session-store.ts';

/** A turn as it is shown: what was said and what was answered. */
export const shownTurn = z.object({
  turn: z.int(),
  text: z.string(),
  reply: z.string(),
  at: z.iso.datetime(),
  citations: z.array(citation),
});
type ShownTurn = z.infer<typeof shownTurn>;

/** The words of a turn and what was read out of them: replaying the turns gives the session again. */
export type TurnRecord = RecordedTurn & ShownTurn;

const turnKey = (sessionId: string, turn: number): Key => ({
  partition: partitionOf(sessionId),
  sort: `TURN#${String(turn).padStart(6, '0')}`,
});

export const putTurn = (sessionId: string, record: TurnRecord): Write => ({
  action: 'put',
  key: turnKey(sessionId, record.turn),
  item: stored(record),
  expiresAt: expiryOf(record.at),
});

/** The turns of a session, oldest first. */
export async function listTurns(
  table: Table,
  tenant: Tenant,
  sessionId: string,
  page: { readonly limit: number; readonly after?: string },
) {
  const turns = { partition: partitionOf(sessionId), sortPrefix: 'TURN#', ...page };
  const { found, next } = await table.query(tenant, turns);
  return { turns: found.map(({ item }) => shownTurn.parse(item)), next };
}

export async function findTurn(table: Table, tenant: Tenant, { id, turn }: Session) {
  const item = await table.get(tenant, turnKey(id, turn));
  return item && shownTurn.parse(item);
}
