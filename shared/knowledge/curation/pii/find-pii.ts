import { findCards } from './cards.ts';
import { findEmails } from './emails.ts';
import { findIpAddresses } from './ip-addresses.ts';
import { findPhones } from './phones.ts';
import type { PiiFinder, PiiSpan } from './pii.ts';
import { toPlainCharacters } from './plain-characters.ts';
import { findSocialSecurityNumbers } from './social-security-numbers.ts';

/** What two finders claim belongs to the first of them: the surer comes first. */
const FINDERS: readonly PiiFinder[] = [
  findEmails,
  findIpAddresses,
  findCards,
  findSocialSecurityNumbers,
  findPhones,
];

/**
 * Personal data in a text of any language, in order, without overlaps. Nothing is found across lines.
 * It finds what looks like personal data; whether a number belongs to a person no rule can tell.
 */
export function findPii(text: string): readonly PiiSpan[] {
  const spans: PiiSpan[] = [];
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    if (WORTH_A_LOOK.test(line)) spans.push(...shifted(findInLine(line), start));
    start = end + 1;
  }
  return spans;
}

/** Most lines hold neither digits nor addresses. */
const WORTH_A_LOOK = /[@＠\p{Nd}:]|[[({]\s*(?:at|ät|arroba|arobase)\s*[\])}]|\sdot\s/iu;

function findInLine(line: string): readonly PiiSpan[] {
  const { plain, positionOf } = toPlainCharacters(line);
  const taken: PiiSpan[] = [];
  for (const find of FINDERS)
    for (const span of find(plain)) if (!taken.some(overlaps(span))) taken.push(span);
  return taken
    .sort((left, right) => left.start - right.start)
    .map(({ kind, start, end }) => ({
      kind,
      start: positionOf(start),
      end: positionOf(end - 1) + widthAt(line, positionOf(end - 1)),
    }));
}

const overlaps = (one: PiiSpan) => (other: PiiSpan) =>
  one.start < other.end && other.start < one.end;

/** A character outside the basic plane is two units. */
const widthAt = (line: string, at: number): number =>
  (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;

const shifted = (spans: readonly PiiSpan[], by: number): readonly PiiSpan[] =>
  spans.map(({ kind, start, end }) => ({ kind, start: start + by, end: end + by }));
