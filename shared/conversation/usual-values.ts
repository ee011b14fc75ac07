import { AROUND_THE_CLOCK, type SiteType } from '#shared/facility/values.ts';
import type { FilledSlots, SlotName } from '#shared/slots/slot-values.ts';
import type { Moves } from './moves.ts';
import type { Session } from './session.ts';
import type { Taken } from './take-proposals.ts';

const daily = (open: string, close: string) => ({ open, close, around_the_clock: false });

/** What sites of a kind usually have, for whoever does not know; it is put as a question. */
const USUAL = {
  office: { operating_hours: daily('08:00', '18:00'), security_level: 'basic' },
  warehouse: { operating_hours: daily('06:00', '22:00'), security_level: 'enhanced' },
  retail: { operating_hours: daily('09:00', '20:00'), security_level: 'basic' },
  healthcare: { operating_hours: AROUND_THE_CLOCK, security_level: 'enhanced' },
  manufacturing: { operating_hours: daily('06:00', '22:00'), security_level: 'enhanced' },
  data_center: { operating_hours: AROUND_THE_CLOCK, security_level: 'high' },
  education: { operating_hours: daily('08:00', '18:00'), security_level: 'basic' },
  other: { operating_hours: daily('08:00', '18:00'), security_level: 'basic' },
} as const satisfies Record<SiteType, Partial<Record<SlotName, unknown>>>;

/** From so many people on basic security is a risk. */
const MANY = 51;

/** Who does not know what was asked is asked about what is usual, where there is such a thing. */
export function suggestUsual<T extends Taken>(taken: T, moves: Moves): T {
  const { session, changes } = taken;
  const { pending } = session;
  const asked = moves.unknown && !moves.skip && pending?.kind === 'fill' && changes.length === 0;
  if (!asked || session.tentative.some(({ slot }) => slot === pending.slot)) return taken;
  const value = usualValue(session, pending.slot);
  if (value === undefined) return taken;
  const guess = { slot: pending.slot, value, confidence: 0.5, source: null };
  return { ...taken, session: { ...session, tentative: [...session.tentative, guess] } };
}

function usualValue({ type, slots }: Session, slot: SlotName): Guess | undefined {
  if (type !== 'initial_setup' || !slots.site_type) return undefined;
  if (slot === 'security_level') return usualLevel(slots, USUAL[slots.site_type.value]);
  return slot === 'operating_hours' ? USUAL[slots.site_type.value].operating_hours : undefined;
}

type Guess = Session['tentative'][number]['value'];

const usualLevel = (
  { expected_users }: FilledSlots,
  { security_level }: (typeof USUAL)[SiteType],
): string =>
  security_level === 'basic' && (expected_users?.value ?? 0) >= MANY ? 'enhanced' : security_level;
