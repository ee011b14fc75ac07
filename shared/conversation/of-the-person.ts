import { SITE_TYPE_DEFAULTS } from '#shared/recommendations/site-type-defaults.ts';
import type { SlotName, SlotValue } from '#shared/slots/slot-values.ts';
import { isFreeText } from './free-text.ts';
import type { NamedThing } from './named-sites.ts';
import type { ProposerInput } from './proposer.ts';
import { type Hearing, isSaid } from './said-words.ts';

/**
 * Words that nobody wrote are the model's own text, and that is shown to nobody; a site or a shift is
 * one that the tenant has, a role or a new shift one that is known, suggested or said.
 */
export function isOfThePerson(
  slot: SlotName,
  value: SlotValue,
  input: ProposerInput,
  hearing: Hearing,
): boolean {
  const { other } = input;
  if (slot === 'site_name' || isFreeText(slot)) return isSaid(String(value), hearing);
  if (slot === 'target_site') return isOneOf(value, other?.things.sites);
  if (slot === 'shift_name') return isOneOf(value, other?.things.shifts);
  const known = knownNames(input);
  return namesIn(value).every(
    (name) => known.includes(name) || isSaid(name.replaceAll('_', ' '), hearing),
  );
}

const isOneOf = (value: unknown, things: readonly NamedThing[] = []): boolean =>
  things.some((thing) => thing.value === value);

/** Of lists: what their roles or shifts are called. */
const namesIn = (value: SlotValue): readonly string[] =>
  Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : item.name)) : [];

const USUAL_ROLES = Object.values(SITE_TYPE_DEFAULTS).flatMap(({ staffRoles }) => staffRoles);

const knownNames = ({ slots, suggested }: ProposerInput): readonly string[] => [
  ...USUAL_ROLES,
  ...(slots.staff_roles?.value ?? []),
  ...(suggested.staff_roles ?? []),
  ...[...(slots.shifts?.value ?? []), ...(suggested.shifts ?? [])].map(({ name }) => name),
];
