import type { Grammar } from '../../grammar.ts';

export const staffRoles: Grammar['staffRoles'] = {
  cues: [
    '(?:rollen|funktionen|positionen|stellen)(?: (?:sind|wären|bei uns|hier))* ?: ?',
    'rollen sind ',
  ],
  adds: [
    'füge(?: noch)?(?: (?:eine|einen|ein|die|den))?',
    'ergänze(?: (?:eine|einen|ein|die))?',
    'dazu(?: noch)?(?: (?:eine|einen|ein))?',
    'zusätzlich(?: (?:eine|einen|ein))?',
  ],
  removes: [
    'entferne(?: (?:die|den|das))?',
    'streiche(?: (?:die|den|das))?',
    'ohne(?: (?:die|den|das))?',
    'lösche(?: (?:die|den))?',
  ],
  codes: {
    sicherheit: 'SECURITY',
    sicherheitsdienst: 'SECURITY',
    wachmann: 'GUARD',
    wachleute: 'GUARD',
    verwaltung: 'ADMIN',
    administrator: 'ADMIN',
    schichtleiter: 'SUPERVISOR',
    vorarbeiter: 'SUPERVISOR',
    leiter: 'MANAGER',
    kassierer: 'CASHIER',
    verkaufer: 'SALES',
    pfleger: 'NURSE',
    krankenschwester: 'NURSE',
    arzt: 'DOCTOR',
    arzte: 'DOCTOR',
    techniker: 'TECH',
    instandhaltung: 'MAINTENANCE',
    wartung: 'MAINTENANCE',
    fahrer: 'DRIVER',
    lehrer: 'TEACHER',
    reinigung: 'CLEANER',
    reinigungskraft: 'CLEANER',
    empfang: 'RECEPTIONIST',
    hausmeister: 'CARETAKER',
    bediener: 'OPERATOR',
  },
  separators: ['und', 'sowie'],
  notRoles: ['die', 'der', 'das', 'den', 'ein', 'eine', 'einen', 'hinzu'],
};

export const shifts: Grammar['shifts'] = {
  cues: ['schicht(?:en)?', '\\p{L}+schicht(?:en)?'],
  equal: ['<N> schichten (?:zu|von|à|mit) (?:je )?<N> stunden'],
  count: ['<N> schichten', '<N>-?schicht-?betrieb'],
  notNames:
    'schicht schichten die der das von bis mit und leute personen mitarbeiter wir haben gibt es eine ein ist sind um'.split(
      ' ',
    ),
};
