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
import { NATIVE_WORDS } from './vocabulary.ts';
import { fillers, words } from './words.ts';

/** Hindi in Devanagari; what people write in Latin letters is read as if it were written so (vocabulary.ts). */
export const hindi: Grammar = {
  language: 'hi',
  words,
  numbers,
  clock,
  slips,
  // What is denied behind it in Hindi, English would take: "high security nahi chahiye".
  falseFriends: ['(?:[^\\s.,;!?]+ ){1,3}नहीं', ...NATIVE_WORDS],
  noise,
  guards,
  labels,
  clauseBreaks: ['और', 'क्योंकि', 'तो', 'फिर', 'जबकि', 'इसलिए', 'kyunki'],
  sentenceBreaks: [
    'लेकिन',
    'मगर',
    'पर(?= (?:यहाँ|हम|अब|कर्मचारी|स्टाफ))',
    'lekin',
    'magar',
    'किंतु',
    'परंतु',
  ],
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
