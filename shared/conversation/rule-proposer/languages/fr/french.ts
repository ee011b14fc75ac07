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

export const french: Grammar = {
  language: 'fr',
  words,
  numbers,
  clock,
  slips,
  falseFriends: [
    ...['est', 'et', 'la', 'art', 'on est', 'plant', 'mt', 'pt', 'ct', 'location', 'main'],
    // What English would take for a slip: "plant", "college", "centre", "don't", "forty".
    ...['plaît', 'plait', 'collègues?', 'contre', 'dont', 'forte'],
  ],
  noise,
  guards,
  labels,
  clauseBreaks: [
    'et',
    'parce que',
    'qui',
    'pendant que',
    'puis',
    'car',
    'tandis que',
    'alors que',
    'sauf',
    'hormis',
    'excepté',
  ],
  sentenceBreaks: ['mais', 'par contre', 'cependant'],
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
