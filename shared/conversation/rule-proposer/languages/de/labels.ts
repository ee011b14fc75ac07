import type { Grammar } from '../../grammar.ts';

/** What people write before the colon, or in the left column of a table. */
export const labels: NonNullable<Grammar['labels']> = {
  site_name: [
    '(?:offizieller |neuer )?(?:standort|objekt|gebäude|filial|betriebs)?-?(?:name|bezeichnung)(?: (?:des|der|vom) \\p{L}+)?',
    'standort',
    'objekt',
    'heißt',
  ],
  site_type: [
    '(?:standort|objekt|gebäude|betriebs)?-?(?:art|typ|kategorie)(?: (?:des|der) \\p{L}+)?',
    'branche',
    'nutzung',
    'was',
  ],
  expected_users: [
    '(?:erwartete |geplante |gesamt-?)?(?:anzahl(?: der)? |zahl der )?(?:<people>|belegschaft|personal|team(?:größe|stärke)?|headcount|besetzung|mannschaft)(?: (?:vor ort|gesamt|insgesamt|ca\\.?))?',
    '(?:mitarbeiter|personen|nutzer|benutzer|kopf|user)-?(?:an)?zahl',
    'anzahl',
  ],
  operating_hours: [
    '(?:öffnungs|betriebs|geschäfts|arbeits|laden|sprech|büro)?-?(?:zeit|zeiten)',
    'geöffnet',
    'offen',
    'stunden',
  ],
  time_zone: ['zeitzone', 'zone', 'ortszeit', 'stadt', 'ort', 'tz'],
  security_level: [
    '(?:gewünschte |benötigte )?(?:sicherheits?|schutz)-?(?:stufe|niveau|level|klasse)?',
    'stufe',
    'security(?: ?level)?',
  ],
  urgency: [
    'dringlichkeit',
    'priorität',
    'frist',
    'termin',
    'deadline',
    'bis wann',
    'wann',
    'benötigt(?: bis)?',
    'start(?:termin)?',
    'zeitrahmen',
  ],
  staff_roles: ['(?:personal|mitarbeiter)?-?rollen', 'funktionen', 'positionen'],
  shifts: ['schichten', 'schicht-?(?:plan|modell)'],
};
