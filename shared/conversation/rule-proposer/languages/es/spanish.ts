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

export const spanish: Grammar = {
  language: 'es',
  words,
  numbers,
  clock,
  slips,
  falseFriends: [
    'la',
    'sal',
    'mt',
    'pt',
    'ct',
    'est',
    'once',
    'has',
    'come',
    'son',
    'red',
    'plan',
    'plantas?',
    'pie',
    'main',
    'no',
    'se',
  ],
  noise,
  guards,
  labels,
  clauseBreaks: ['y', 'porque', 'que', 'mientras', 'aunque', 'entonces', 'sino', 'pues'],
  sentenceBreaks: ['pero', 'sin embargo', 'aunque'],
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
