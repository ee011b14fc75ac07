import { AROUND_THE_CLOCK, type OperatingHours } from '#shared/facility/values.ts';
import type { FieldError } from '#shared/runtime/app-error.ts';
import type { SiteChanges } from './customizations.ts';
import { fault, type Merged } from './merged.ts';

/** The opening hours after the changes; a site that never closed needs both ends to begin closing. */
export function mergeHours(hours: OperatingHours, changes: SiteChanges): Merged<OperatingHours> {
  if (changes.around_the_clock) return { value: AROUND_THE_CLOCK, errors: openingOf(changes) };
  if (!touchesHours(changes)) return { value: hours, errors: [] };
  const { open, close } = { ...(hours.around_the_clock ? {} : hours), ...givenEnds(changes) };
  if (open === undefined || close === undefined) {
    return { value: hours, errors: missingEnds(open, close) };
  }
  const errors = open === close ? [fault('/site/close', 'must differ from open')] : [];
  return { value: { open, close, around_the_clock: false }, errors };
}

const touchesHours = ({ open, close, around_the_clock }: SiteChanges): boolean =>
  open !== undefined || close !== undefined || around_the_clock !== undefined;

function givenEnds({ open, close }: SiteChanges): Partial<OperatingHours> {
  return { ...(open === undefined ? {} : { open }), ...(close === undefined ? {} : { close }) };
}

const openingOf = (changes: SiteChanges): FieldError[] =>
  Object.keys(givenEnds(changes)).map((end) =>
    fault(`/site/${end}`, 'contradicts around_the_clock'),
  );

const missingEnds = (open: string | undefined, close: string | undefined): FieldError[] =>
  Object.entries({ open, close })
    .filter(([, time]) => time === undefined)
    .map(([end]) => fault(`/site/${end}`, 'is needed: the template is open around the clock'));
