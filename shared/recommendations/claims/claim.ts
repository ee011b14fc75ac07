import type { SecurityLevel } from '#shared/facility/values.ts';
import { gap, hasKind, ofKind, scan, type Token } from './scan.ts';

/** Something that a document states and that a draft can break. Times are `HH:MM`. */
export type Claim =
  | { readonly kind: 'opens' | 'closes'; readonly time: string }
  | { readonly kind: 'around_the_clock' }
  | { readonly kind: 'most_people' | 'least_people'; readonly count: number }
  | { readonly kind: 'security'; readonly level: SecurityLevel };

/**
 * What one sentence states about hours, people and security, in any of the six languages. Whatever is
 * conditional, denied, or about a room, a day or a group instead of a site states nothing.
 */
export function claimsIn(sentence: string): readonly Claim[] {
  if (sentence.length > LONGEST_SENTENCE) return [];
  const tokens = scan(sentence);
  if (hasKind(tokens, 'limits')) return [];
  return [...hoursIn(tokens), ...allDayIn(tokens), ...peopleIn(tokens), ...securityIn(tokens)];
}

/** Longer ones say several things at once. */
const LONGEST_SENTENCE = 240;

/** Words that may stand between two that belong together. */
const NEAR = 3;

function hoursIn(tokens: readonly Token[]): Claim[] {
  const times = ofKind(tokens, 'time');
  const [first, second] = times;
  if (!first || times.length > 2) return [];
  if (second && gap(first, second) <= 1 && announces(tokens, first, ['opens', 'hours']))
    return [opens(first), closes(second)];
  return times.flatMap((time) => {
    if (announces(tokens, time, ['opens'])) return [opens(time)];
    return announces(tokens, time, ['closes']) ? [closes(time)] : [];
  });
}

const opens = ({ text }: Token): Claim => ({ kind: 'opens', time: text });
const closes = ({ text }: Token): Claim => ({ kind: 'closes', time: text });

/** Whether the nearest word of ours before a time is one of these; in Hindi the verb comes after it. */
function announces(
  tokens: readonly Token[],
  time: Token,
  kinds: readonly Token['kind'][],
): boolean {
  const at = tokens.indexOf(time);
  const word = tokens[at - 1] ?? tokens[at + 1];
  return word !== undefined && kinds.includes(word.kind) && gap(word, time) <= NEAR;
}

function allDayIn(tokens: readonly Token[]): Claim[] {
  const [allDay] = ofKind(tokens, 'all_day');
  if (!allDay || hasKind(tokens, 'time')) return [];
  const says = [...ofKind(tokens, 'opens'), ...ofKind(tokens, 'hours')];
  return says.some((word) => gap(word, allDay) <= NEAR) ? [{ kind: 'around_the_clock' }] : [];
}

function peopleIn(tokens: readonly Token[]): Claim[] {
  const numbers = ofKind(tokens, 'number');
  const [number] = numbers;
  const [bound, ...more] = [...ofKind(tokens, 'most'), ...ofKind(tokens, 'least')];
  if (!number || numbers.length > 1 || !bound || more.length > 0) return [];
  const people = ofKind(tokens, 'people').some((word) => gap(word, number) <= 1);
  if (!people || gap(bound, number) > NEAR) return [];
  const kind = bound.kind === 'most' ? 'most_people' : 'least_people';
  return [{ kind, count: Number(number.text) }];
}

function securityIn(tokens: readonly Token[]): Claim[] {
  const levels = LEVELS.flatMap((level) =>
    ofKind(tokens, level).map((token) => ({ level, token })),
  );
  const [found] = levels;
  const [security] = ofKind(tokens, 'security');
  if (!found || levels.length > 1 || !security || gap(security, found.token) > 2) return [];
  return hasKind(tokens, 'required') ? [{ kind: 'security', level: found.level }] : [];
}

const LEVELS = ['basic', 'enhanced', 'high'] as const satisfies readonly SecurityLevel[];
