import { entityIdOf } from '#shared/resources/entity-id.ts';
import type { ShiftChange } from './customizations.ts';
import { mergeByKey } from './merge-by-key.ts';
import { fault, type Merged } from './merged.ts';
import { isNightShift } from './shift-hours.ts';
import type { TemplateShift } from './site-template.ts';

/** The shifts after the changes. A new shift needs start, end and people. */
export const mergeShifts = (
  shifts: readonly TemplateShift[],
  changes: readonly ShiftChange[],
): Merged<TemplateShift[]> =>
  mergeByKey(shifts, changes, {
    place: '/shifts',
    keyField: 'name',
    keyOf: ({ name }) => keyOf(name),
    mergeEntry,
  });

/** Shifts are the same when their resources would have the same id. */
function keyOf(name: string): string {
  const data = { site_code: 'SITE', name, start: '00:00', end: '00:00', people: 1 };
  return entityIdOf({ kind: 'shift', data });
}

function mergeEntry(
  shift: TemplateShift | undefined,
  { remove: _, ...change }: ShiftChange,
  place: string,
): Merged<TemplateShift> {
  const merged = { ...NEW_SHIFT, ...shift, ...change };
  const moved = change.start !== undefined || change.end !== undefined;
  const night = moved ? isNightShift(merged) : shift?.night;
  const missing = shift ? [] : missingFields(change, place);
  return {
    value: { ...merged, night },
    errors: missing.length > 0 ? missing : emptyShift(merged, place),
  };
}

/** Stands in for what a faulty new shift leaves out; its faults refuse it. */
const NEW_SHIFT = { start: '00:00', end: '00:00', people: 1 };

const missingFields = (change: ShiftChange, place: string) =>
  (['start', 'end', 'people'] as const)
    .filter((field) => change[field] === undefined)
    .map((field) => fault(`${place}/${field}`, 'is needed for a shift that the template lacks'));

const emptyShift = ({ start, end }: TemplateShift, place: string) =>
  start === end ? [fault(`${place}/end`, 'must differ from start')] : [];
