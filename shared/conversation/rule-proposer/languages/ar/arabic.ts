import type { Grammar } from '../../grammar.ts';
import { clock } from './clock.ts';
import { guards } from './guards.ts';
import { labels } from './labels.ts';
import { moves } from './moves.ts';
import { noise } from './noise.ts';
import { numbers } from './numbers.ts';
import { hours, users } from './people-and-hours.ts';
import { timeZone } from './places.ts';
import { security, urgency } from './security-and-urgency.ts';
import { siteName } from './site-name.ts';
import { siteType } from './site-type.ts';
import { slips } from './slips.ts';
import { shifts, staffRoles } from './team.ts';
import { fillers, words } from './words.ts';

/** Arabic as it is written in papers and as people in Cairo, Beirut and Riyadh type it. */
export const arabic: Grammar = {
  language: 'ar',
  words,
  numbers,
  clock,
  slips,
  // What is denied in Arabic English would take: "مش office".
  falseFriends: [
    '(?:ليس(?:ت)?|لسنا|مش|مو|موب|غير|ولا|لا (?:نريد|نحتاج|نبي)|ما (?:نبي|نبغى|بدنا)|بدل|بدون)(?: [a-z]+){1,3}',
  ],
  noise,
  guards,
  labels,
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
