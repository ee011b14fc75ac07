import type { Grammar } from '../../grammar.ts';
import { clock } from './clock.ts';
import { guards } from './guards.ts';
import { moves } from './moves.ts';
import { numbers } from './numbers.ts';
import { hours, users } from './people-and-hours.ts';
import { timeZone } from './places.ts';
import { security, urgency } from './security-and-urgency.ts';
import { siteName } from './site-name.ts';
import { siteType } from './site-type.ts';
import { slips } from './slips.ts';
import { shifts, staffRoles } from './team.ts';
import { fillers, noise, words } from './words.ts';

export const arabic: Grammar = {
  language: 'ar',
  words,
  numbers,
  clock,
  slips,
  noise,
  guards,
  clauseBreaks: ['و', 'بل', 'لأن', 'لأنه', 'لأننا', 'حيث', 'ثم', 'بينما', 'التي', 'الذي', 'اللي'],
  sentenceBreaks: ['لكن', 'لكننا', 'ولكن', 'إلا أن', 'غير أن'],
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
