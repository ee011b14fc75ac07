import type { Grammar } from '../../grammar.ts';
import { guards } from './guards.ts';
import { moves } from './moves.ts';
import { clock, numbers } from './numbers-and-clock.ts';
import { hours, users } from './people-and-hours.ts';
import { timeZone } from './places.ts';
import { security, urgency } from './security-and-urgency.ts';
import { siteName, siteType } from './site.ts';
import { shifts, staffRoles } from './team.ts';
import { fillers, noise, slips, words } from './words.ts';

/** Hindi in Devanagari, and as people write it in Latin letters. */
export const hindi: Grammar = {
  language: 'hi',
  words,
  numbers,
  clock,
  slips,
  noise,
  guards,
  clauseBreaks: ['और', 'aur', 'क्योंकि', 'kyunki', 'तो', 'फिर'],
  sentenceBreaks: ['लेकिन', 'lekin', 'मगर', 'पर'],
  fillers,
  siteName,
  siteType,
  users,
  hours,
  timeZone,
  security,
  urgency,
  staffRoles,
  shifts,
  moves,
};
