import type { Candidate, ReadInput } from '../candidate.ts';
import { type Find, findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { sentenceAt } from '../text/sentences.ts';
import { currentRoles, rolesCandidate } from './current-roles.ts';
import { type RoleItem, roleItems } from './role-items.ts';

interface Change extends Span {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** "Add a cleaner", "without ADMIN", "replace ADMIN with a receptionist". */
export function readRoleChanges({ reading, input, expected }: ReadInput): Candidate[] {
  const current = currentRoles(input);
  if (current.length === 0) return [];
  const asked = expected.includes('staff_roles');
  const isTopic = asked || includes(reading, reading.grammar.staffRoles.cues);
  const swaps = swapsIn(reading, current);
  const others = orderedIn(reading, current, isTopic);
  const changes = [...swaps, ...others];
  if (changes.length === 0) return [];
  const removed = changes.flatMap((change) => change.removed);
  const added = changes.flatMap((change) => change.added);
  const value = [...new Set([...current, ...added])].filter((code) => !removed.includes(code));
  if (!isTopic && value.join() === current.join()) return [];
  const start = Math.min(...changes.map((change) => change.start));
  const end = Math.max(...changes.map((change) => change.end));
  return [
    rolesCandidate(
      value.filter((code) => !removed.includes(code)),
      { start, end },
    ),
  ];
}

/** Where one role takes the place of another that is there. */
export function swapsIn(reading: Reading, current: readonly string[]): Change[] {
  return findAll(reading, reading.grammar.staffRoles.replaces ?? []).flatMap(
    ({ start, end, groups }) => {
      const removed = codesIn(reading, groups.old).filter((code) => current.includes(code));
      const added = codesIn(reading, groups.new);
      return removed.length > 0 && added.length > 0 ? [{ start, end, added, removed }] : [];
    },
  );
}

const codesIn = (reading: Reading, span: Span | undefined): string[] =>
  span ? roleItems(reading, span).flatMap(({ code }) => code ?? []) : [];

function orderedIn(reading: Reading, current: readonly string[], isTopic: boolean): Change[] {
  const { adds, removes } = reading.grammar.staffRoles;
  const verbs = findAll(reading, [...adds, ...removes]);
  const ordered = (patterns: readonly string[]) =>
    findAll(reading, patterns).filter((find) => isTopic || isOrder(reading, find));
  const rolesOf = (find: Find) => objectsOf(reading, find, verbs, current, isTopic);
  const changeBy = (find: Find, kind: 'added' | 'removed'): Change[] => {
    const items = rolesOf(find);
    const [first, last] = [items[0], items.at(-1)];
    const codes = items.flatMap(({ code }) => code ?? []);
    if (!first || !last) return [];
    const span = { start: Math.min(find.start, first.start), end: Math.max(find.end, last.end) };
    return [{ ...span, added: [], removed: [], [kind]: codes }];
  };
  return [
    ...ordered(adds).flatMap((find) => changeBy(find, 'added')),
    ...ordered(removes).flatMap((find) => changeBy(find, 'removed')),
  ];
}

/** Where roles are not the topic only a plain order with a role we know counts: "add CLEANER". */
const isOrder = (reading: Reading, verb: Find): boolean =>
  findAll(reading, reading.grammar.staffRoles.orders ?? []).some(
    ({ start }) => start === verb.start,
  );

/**
 * Roles behind the verb, or before it where verbs come last. The rest of the sentence is about other things:
 * only a role we know counts, or what is ordered first in answer to the offer.
 */
function objectsOf(
  reading: Reading,
  verb: Find,
  verbs: readonly Find[],
  current: readonly string[],
  isTopic: boolean,
): RoleItem[] {
  const known = new Set([...Object.values(reading.grammar.staffRoles.codes), ...current]);
  const explicit = isTopic && isOrder(reading, verb);
  return roleItems(reading, roomOf(reading, verb, verbs)).filter(
    ({ code, blank }, index) =>
      code !== null &&
      !blank &&
      (known.has(code) || (explicit && index === 0 && !code.includes('_'))),
  );
}

function roomOf(reading: Reading, verb: Find, verbs: readonly Find[]): Span {
  const sentence = sentenceAt(reading, verb.end);
  const later = verbs.filter(({ start }) => start >= verb.end).map(({ start }) => start);
  if (!reading.grammar.staffRoles.verbLast) {
    return { start: verb.end, end: Math.min(sentence.end, ...later) };
  }
  const earlier = verbs.filter(({ end }) => end <= verb.start).map(({ end }) => end);
  return { start: Math.max(sentence.start, ...earlier), end: verb.start };
}
