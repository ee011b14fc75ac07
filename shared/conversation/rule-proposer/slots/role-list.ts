import { type Candidate, CERTAINTY, type Reader, type ReadInput } from '../candidate.ts';
import { anyOf } from '../text/pattern.ts';
import { findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { sentenceAt } from '../text/sentences.ts';
import { currentRoles, rolesCandidate } from './current-roles.ts';
import { type RoleItem, roleItems } from './role-items.ts';
import { readSecurityLevel } from './security-level.ts';
import { readTimeZone } from './time-zone.ts';
import { readUrgency } from './urgency.ts';

/** "Roles: nurses and doctors": the list ends where something else begins. */
export function readRoleList(input: ReadInput): Candidate[] {
  const { reading } = input;
  return findAll(reading, reading.grammar.staffRoles.cues).flatMap((cue) => {
    const piece = { start: cue.end, end: sentenceAt(reading, cue.end).end };
    return goesOn(reading, piece) ? [] : listed(listIn(input, piece));
  });
}

function listed(items: readonly RoleItem[]): Candidate[] {
  const [first, last] = [items[0], items.at(-1)];
  return first && last
    ? [rolesCandidate(codesOf(items), { start: first.start, end: last.end })]
    : [];
}

const codesOf = (items: readonly RoleItem[]): string[] => items.flatMap(({ code }) => code ?? []);

/** "Keep the roles and shifts", "the roles, please": the sentence goes on, no list begins. */
function goesOn(reading: Reading, { start, end }: Span): boolean {
  const behind = reading.text.slice(start, end);
  const separator = behind.search(anyOf(reading.grammar, reading.grammar.staffRoles.separators));
  return /^\s*,/.test(behind) || (separator >= 0 && behind.slice(0, separator).trim() === '');
}

/** Up to another fact, a gap, or what stands behind "and the last one"; roles we know go on. */
function listIn(input: ReadInput, piece: Span): RoleItem[] {
  const facts = factsIn(input, piece);
  const isFact = (item: Span) =>
    facts.some(({ start, end }) => start < item.end && item.start < end);
  const items = roleItems(input.reading, piece);
  const stop = items.findIndex((item, index) => {
    const closed = items.slice(0, index).some(({ joined, code }) => joined && code !== null);
    if (item.blank) return index > 0;
    return !item.known && (item.code === null || (closed && !item.joined) || isFact(item));
  });
  const list = stop < 0 ? items : items.slice(0, stop);
  return list.filter(({ code, blank }) => code !== null && !blank);
}

const FACTS: readonly Reader[] = [readTimeZone, readSecurityLevel, readUrgency];

const factsIn = (input: ReadInput, { start, end }: Span): Candidate[] =>
  FACTS.flatMap((read) => read({ ...input, expected: [] })).filter(
    (fact) => fact.confidence >= CERTAINTY.guessed && fact.start < end && fact.end > start,
  );

/**
 * Roles without a word that says so: in answer to the offer, or beside a number of shifts. Several are
 * the whole list; one alone is worth a question, unless it is "too" or "only".
 */
export function readRolesAlone(input: ReadInput, shifts: readonly Candidate[]): Candidate[] {
  const { reading, expected } = input;
  const asked = expected.includes('staff_roles') || expected.includes('shifts');
  if (asked) return answered(input, roleItems(reading, wholeOf(reading)));
  return shifts.flatMap(({ end }) => {
    const run = runIn(listIn(input, { start: end, end: sentenceAt(reading, end).end }));
    return run.filter(({ known }) => known).length > 1 ? listed(run) : [];
  });
}

const wholeOf = ({ text }: Reading): Span => ({ start: 0, end: text.length });

const isWord = ({ code }: RoleItem): boolean => code !== null && !code.includes('_');

/** From the first role we know to the last one, with whatever is enumerated between them. */
function runIn(items: readonly RoleItem[]): RoleItem[] {
  const first = items.findIndex(({ known }) => known);
  const last = items.findLastIndex(({ known }) => known);
  const between = items.slice(first, last + 1);
  return first < 0 ? [] : between.filter(({ code, blank }) => code !== null && !blank);
}

function answered({ reading, input }: ReadInput, items: readonly RoleItem[]): Candidate[] {
  const run = runIn(items);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const { only = [], too = [] } = reading.grammar.staffRoles;
  const alike = items.filter((item) => item.known || (!item.blank && isWord(item)));
  const more = [...currentRoles(input), ...codesOf(run)];
  const span = { start: first.start, end: last.end };
  if (includes(reading, only)) return [rolesCandidate(codesOf(run), span, CERTAINTY.answered)];
  if (includes(reading, too)) return [rolesCandidate(more, span, CERTAINTY.answered)];
  if (run.length > 1) {
    // "Nurses, doctors and valets": what stands beside them may be one more.
    const sure = alike.every((item) => run.includes(item));
    const roles = sure ? run : alike;
    return [rolesCandidate(codesOf(roles), span, sure ? CERTAINTY.answered : CERTAINTY.guessed)];
  }
  return [rolesCandidate(more, span, CERTAINTY.guessed)];
}
