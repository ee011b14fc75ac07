import type { Grammar } from '../../grammar.ts';

const PLACE = '(?<place>\\p{L}[\\p{L}./-]*(?: \\p{L}[\\p{L}.-]*){0,2})';

export const timeZone: Grammar['timeZone'] = {
  stated: [
    `fuseau(?: horaire)?(?: (?:est|sera|de|du|celui de|d'))*[ :]+${PLACE}`,
    `(?:à l'|l')?heure(?: locale)? (?:de|d'|du) ?${PLACE}`,
    'heure (?<place>française|suisse|belge|canadienne|marocaine)',
    '(?<place>utc|gmt|cet)',
  ],
  located: [`(?:à|en|près de) ${PLACE}`],
  cues: ['fuseaux? horaires?', 'heure locale'],
  places: {
    francaise: 'Europe/Paris',
    suisse: 'Europe/Zurich',
    belge: 'Europe/Brussels',
    marocaine: 'Africa/Casablanca',
    france: 'Europe/Paris',
    lyon: 'Europe/Paris',
    marseille: 'Europe/Paris',
    toulouse: 'Europe/Paris',
    nice: 'Europe/Paris',
    nantes: 'Europe/Paris',
    lille: 'Europe/Paris',
    bordeaux: 'Europe/Paris',
    strasbourg: 'Europe/Paris',
    rennes: 'Europe/Paris',
    bruxelles: 'Europe/Brussels',
    geneve: 'Europe/Zurich',
    lausanne: 'Europe/Zurich',
    montreal: 'America/Toronto',
    quebec: 'America/Toronto',
    londres: 'Europe/London',
    'new york': 'America/New_York',
    barcelone: 'Europe/Madrid',
    lisbonne: 'Europe/Lisbon',
    alger: 'Africa/Algiers',
    'le caire': 'Africa/Cairo',
    cet: 'Europe/Paris',
    utc: 'UTC',
    gmt: 'Europe/London',
  },
};
