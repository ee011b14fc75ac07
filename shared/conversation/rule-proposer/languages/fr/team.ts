import type { Grammar } from '../../grammar.ts';

export const staffRoles: Grammar['staffRoles'] = {
  cues: [
    '(?:rôles|postes|fonctions)(?: (?:sont|seront|nécessaires|chez nous))* ?: ?',
    'rôles sont ',
  ],
  adds: [
    'ajoute[zr]?(?: (?:un|une|le|la|les))?',
    'aussi(?: (?:un|une))?',
    'en plus(?: (?:un|une))?',
  ],
  removes: ['(?:enleve|retire|supprime)[zr]?(?: (?:le|la|les))?', 'sans(?: (?:le|la|les))?'],
  codes: {
    securite: 'SECURITY',
    vigile: 'SECURITY',
    gardien: 'GUARD',
    administration: 'ADMIN',
    administrateur: 'ADMIN',
    superviseur: 'SUPERVISOR',
    "chef d'equipe": 'SUPERVISOR',
    responsable: 'MANAGER',
    directeur: 'MANAGER',
    caissier: 'CASHIER',
    vendeur: 'SALES',
    infirmier: 'NURSE',
    infirmiere: 'NURSE',
    medecin: 'DOCTOR',
    technicien: 'TECH',
    operateur: 'OPERATOR',
    maintenance: 'MAINTENANCE',
    chauffeur: 'DRIVER',
    enseignant: 'TEACHER',
    professeur: 'TEACHER',
    nettoyage: 'CLEANER',
    receptionniste: 'RECEPTIONIST',
    accueil: 'RECEPTIONIST',
    magasinier: 'WAREHOUSE',
  },
  separators: ['et', 'ainsi que'],
  notRoles: ['le', 'la', 'les', 'un', 'une', 'des', 'de', 'du'],
};

export const shifts: Grammar['shifts'] = {
  cues: ['équipes?', 'postes?'],
  equal: ['<N> (?:équipes?|postes?) de <N> ?h(?:eures)?'],
  count: ['<N> (?:équipes|postes)'],
  notNames:
    'equipe equipes poste postes le la les un une de du des a et avec personnes nous avons il y est sont'.split(
      ' ',
    ),
};
