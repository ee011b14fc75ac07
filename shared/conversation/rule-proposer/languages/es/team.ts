import type { Grammar } from '../../grammar.ts';

export const staffRoles: Grammar['staffRoles'] = {
  cues: [
    '(?:puestos|roles|funciones)(?: (?:de trabajo|que necesitamos|necesarios|son|serán|serían))*\\s*:\\s*',
    '(?:puestos|roles) (?:son|serían) ',
  ],
  adds: [
    'añad(?:e|ir|id|an?)(?: (?:un|una|el|la))?',
    'agreg(?:a|ar|ue)(?: (?:un|una|el|la))?',
    'también(?: (?:un|una|necesitamos))*',
  ],
  removes: [
    'quita(?:r|d)?(?: (?:el|la|los|las))?',
    'elimina(?:r|d)?(?: (?:el|la|los|las))?',
    'sin(?: (?:el|la))?',
  ],
  codes: {
    seguridad: 'SECURITY',
    vigilante: 'SECURITY',
    guardia: 'GUARD',
    administracion: 'ADMIN',
    administrativo: 'ADMIN',
    supervisor: 'SUPERVISOR',
    supervisore: 'SUPERVISOR',
    encargado: 'SUPERVISOR',
    gerente: 'MANAGER',
    director: 'MANAGER',
    cajero: 'CASHIER',
    dependiente: 'SALES',
    vendedor: 'SALES',
    enfermera: 'NURSE',
    enfermero: 'NURSE',
    medico: 'DOCTOR',
    tecnico: 'TECH',
    operario: 'OPERATOR',
    mantenimiento: 'MAINTENANCE',
    limpieza: 'CLEANER',
    limpiador: 'CLEANER',
    recepcionista: 'RECEPTIONIST',
    conductor: 'DRIVER',
    profesor: 'TEACHER',
    maestro: 'TEACHER',
  },
  separators: ['y', 'e'],
  notRoles: ['el', 'la', 'los', 'las', 'un', 'una', 'de', 'personal'],
};

export const shifts: Grammar['shifts'] = {
  cues: ['turnos?'],
  equal: ['<N> turnos? de <N> horas'],
  count: ['<N> turnos?'],
  notNames:
    'turno turnos el la los las un una de del a con y personas gente tenemos hay es son por seran desde'.split(
      ' ',
    ),
};
