import { staffRoleCode } from '#shared/facility/values.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { anyOf } from '../text/pattern.ts';
import { type Find, findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { sentenceAt } from '../text/sentences.ts';

/** A list of roles behind "roles:" and the like, or changes to the suggested ones. */
export function readStaffRoles({ reading, input, expected }: ReadInput): Candidate[] {
  const current = input.slots.staff_roles?.value ?? input.suggested.staff_roles ?? [];
  const changed = readChanges(reading, current, expected.includes('staff_roles'));
  if (changed.length > 0) return changed;
  const { cues } = reading.grammar.staffRoles;
  return findAll(reading, cues).flatMap((cue) => listBehind(reading, cue));
}

function listBehind(reading: Reading, cue: Find): Candidate[] {
  const list = { start: cue.end, end: sentenceAt(reading, cue.end).end };
  if (goesOn(reading, list)) return [];
  const codes = rolesIn(reading, list);
  if (codes.length === 0) return [];
  return [{ slot: 'staff_roles', value: codes, ...list, confidence: CERTAINTY.stated }];
}

/** "Keep the roles and shifts", "the roles, please": the sentence goes on, no list begins. */
function goesOn(reading: Reading, { start, end }: Span): boolean {
  const behind = reading.text.slice(start, end);
  const separator = behind.search(anyOf(reading.grammar, reading.grammar.staffRoles.separators));
  return /^\s*,/.test(behind) || (separator >= 0 && behind.slice(0, separator).trim() === '');
}

/** "Add a cleaner", "without ADMIN". */
function readChanges(reading: Reading, current: readonly string[], asked: boolean): Candidate[] {
  if (current.length === 0) return [];
  const { adds, removes, cues } = reading.grammar.staffRoles;
  const isTopic = asked || includes(reading, cues);
  const verbs = findAll(reading, [...adds, ...removes]);
  const rolesOf = (find: Find) => namedRoles(reading, objectsOf(reading, find, verbs), current);
  const counts = (find: Find) => isTopic || isOrder(reading, find);
  const added = findAll(reading, adds).filter(counts).flatMap(rolesOf);
  const removed = findAll(reading, removes).filter(counts).flatMap(rolesOf);
  if (added.length + removed.length === 0) return [];
  const value = [...new Set([...current, ...added])].filter((code) => !removed.includes(code));
  if (!isTopic && value.join() === current.join()) return [];
  const whole = { start: 0, end: reading.text.length };
  return [{ slot: 'staff_roles', value, ...whole, confidence: CERTAINTY.stated }];
}

/** Where roles are not the topic only a plain order with a role we know counts: "add CLEANER". */
const isOrder = (reading: Reading, verb: Find): boolean =>
  findAll(reading, reading.grammar.staffRoles.orders ?? []).some(
    ({ start }) => start === verb.start,
  );

/** Behind the verb, or before it where verbs come last: from the verb before this one on. */
function objectsOf(reading: Reading, verb: Find, verbs: readonly Find[]): Span {
  const sentence = sentenceAt(reading, verb.end);
  if (!reading.grammar.staffRoles.verbLast) return { start: verb.end, end: sentence.end };
  const earlier = verbs.filter(({ end }) => end <= verb.start).map(({ end }) => end);
  return { start: Math.max(sentence.start, ...earlier), end: verb.start };
}

/** With "add" or "remove" only words that are roles count; the rest of the sentence is about other things. */
function namedRoles(reading: Reading, objects: Span, current: readonly string[]): string[] {
  const { codes } = reading.grammar.staffRoles;
  const known = new Set([...Object.values(codes), ...current]);
  return rolesIn(reading, objects).filter((code) => known.has(code));
}

function rolesIn(reading: Reading, span: Span): string[] {
  const { separators, notRoles } = reading.grammar.staffRoles;
  const text = reading.text.slice(span.start, span.end);
  const items = text
    .split(anyOf(reading.grammar, separators))
    .flatMap((part) => part.split(/[,;/&+]/));
  const codes = items.map((item) =>
    codeOf(reading, item.trim().replace(/^[:\-\s]+|[.!\s]+$/g, ''), notRoles),
  );
  return [...new Set(codes.filter((code) => code !== null))];
}

const MOST_WORDS = 3;

function codeOf({ grammar }: Reading, item: string, notRoles: readonly string[]): string | null {
  const words = item.replace(anyOf(grammar, notRoles), ' ').trim().replace(/\s+/g, ' ');
  if (
    words === '' ||
    words.split(' ').length > MOST_WORDS ||
    !/^[\p{L}\p{M}\p{N} _'-]+$/u.test(words)
  )
    return null;
  const known =
    grammar.staffRoles.codes[words] ?? grammar.staffRoles.codes[words.replace(/s$/, '')];
  const code =
    known ??
    words
      .replace(/s$/, '')
      .replace(/[^a-z0-9]+/g, '_')
      .toUpperCase();
  return staffRoleCode.safeParse(code).success ? code : null;
}
