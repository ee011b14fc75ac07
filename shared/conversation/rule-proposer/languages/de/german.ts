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

export const german: Grammar = {
  language: 'de',
  words,
  numbers,
  clock,
  slips,
  falseFriends: [
    'ist',
    'art',
    '(?<!\\b(?:site|the|our|its) )name',
    '(?<=(?:er|sie|es|firma|chef|chefin|man|unternehmen|wer) )plant',
    'plant(?= (?:eine?n?|die|den|das|mit|für|zu|ab|im|in|bis|derzeit|aktuell|gerade))',
  ],
  noise,
  guards,
  labels,
  clauseBreaks: ['und', 'weil', 'denn', 'während', 'obwohl', 'dass', 'damit', 'sowie'],
  sentenceBreaks: ['aber', 'jedoch', 'allerdings'],
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
