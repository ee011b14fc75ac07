import type { Item, Key } from '#shared/store/item.ts';
import { absent, equals, type Put } from '#shared/store/write.ts';
import type { Reservation } from './ledger.ts';

type Status = 'open' | 'settled' | 'released';

const DAY_MS = 86_400_000;

const keyOf = (id: string): Key => ({ partition: `RESERVATION#${id}`, sort: 'STATE' });

/** The record of a reservation: what makes its settlement happen once. */
export const openReservation = (reservation: Reservation): Put => ({
  ...record(reservation, 'open'),
  condition: absent,
});

/** Ends a reservation that nobody has ended before. */
export const closeReservation = (
  reservation: Reservation,
  status: Exclude<Status, 'open'>,
  spent: number,
): Put => ({
  ...record(reservation, status, spent),
  condition: equals({ status: 'open' }),
});

/** Found instead of an open one: this very change was made before, and only its answer was lost. */
export const wasMade = (existing: Item | undefined, status: Status): boolean =>
  existing?.['status'] === status;

function record(reservation: Reservation, status: Status, spent = 0): Omit<Put, 'condition'> {
  const { id, provider, microcents, day, month, until } = reservation;
  return {
    action: 'put',
    key: keyOf(id),
    item: { status, provider, microcents, spent, day, month, until },
    expiresAt: new Date(Date.parse(until) + DAY_MS).toISOString(),
  };
}
