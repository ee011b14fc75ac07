import type { Grammar } from '../../grammar.ts';

const SITE =
  "(?: (?:du|de la|de l') ?(?:site|lieu|local|bâtiment|établissement|magasin|boutique|entrepôt|agence|usine))?";

/** What people write before the colon, or in the left column of a table. */
export const labels: NonNullable<Grammar['labels']> = {
  site_name: [`(?:nom|intitulé|dénomination|enseigne)${SITE}`, '(?:site|lieu|établissement)'],
  site_type: [
    `(?:type|genre|catégorie|nature|secteur|activité|usage)${SITE}`,
    "(?:type|secteur) d'(?:établissement|activité)",
    'type de (?:site|lieu|bâtiment|local)',
  ],
  expected_users: [
    "(?:nombre|nb|nbre|total)\\.? (?:de |d')?<people>(?: (?:prévu|attendu|estimé)e?s?| sur site)?",
    '(?:<people>|effectifs?|personnel|équipe|headcount)(?: (?:(?:prévu|attendu|total|estimé)e?s?|totaux|sur (?:site|place)))*',
  ],
  operating_hours: [
    "(?:horaires?|heures)(?: (?:d'ouverture|d'activité|de travail|de fonctionnement|habituels))?",
    'ouverture',
    'ouvert',
    'amplitude(?: horaire)?',
  ],
  time_zone: ['fuseau(?: horaire)?', 'zone(?: horaire)?', 'heure locale', 'ville', 'tz'],
  security_level: [
    '(?:niveau (?:de )?)?(?:sécurité|sûreté|protection)(?: (?:souhaitée|demandée|requise))?',
    'niveau',
  ],
  urgency: [
    'urgence',
    'priorité',
    'délais?',
    'échéance',
    'date (?:limite|de mise en service|souhaitée)',
    'pour quand',
    'quand',
    'livraison',
  ],
  staff_roles: ['(?:rôles|postes|fonctions|métiers)(?: du personnel)?'],
  shifts: ['équipes', 'roulements?', 'vacations'],
};
