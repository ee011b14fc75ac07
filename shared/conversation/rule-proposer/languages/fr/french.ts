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

export const french: Grammar = {
  language: 'fr',
  words,
  numbers,
  clock,
  slips,
  noise,
  guards,
  clauseBreaks: ['et', 'parce que', 'qui', 'pendant que', 'puis'],
  sentenceBreaks: ['mais'],
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
