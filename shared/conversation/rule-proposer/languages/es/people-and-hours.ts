import type { Grammar } from '../../grammar.ts';

const COUNT = '(?:<approx> )*<N>';
const ADJECTIVE = '(?: (?:fij[oa]s|buen[oa]s|de))?';

export const users: Grammar['users'] = {
  stated: [
    `(?:número|cantidad|total)? ?(?:de )?(?:usuarios?|personas?|empleados?|trabajadores|plantilla|personal)(?: (?:previstos|esperados|estimados|en (?:total|planta|el sitio)|en la sede))*\\s*(?:(?:es|son|serán|será|sería|seremos|de|a|:|=)\\s*)+${COUNT}`,
    `(?:somos|seremos|serán|son|hay|habrá|tenemos|tendremos|contamos con|trabajan|trabajamos|trabajarán|esperamos|con|pon|ponga)(?: ya| ahora| en total| aquí)* ${COUNT}${ADJECTIVE} <people>`,
    `(?:somos|seremos|serán) (?:ya |ahora )?${COUNT}(?=\\s*(?:[.,;!?)]|$|en total|aquí))`,
    `${COUNT}${ADJECTIVE} <people> (?:en total|en planta|en el sitio|en el centro|en la sede|trabajan|trabajarán|aquí)`,
    `(?:equipo|plantilla|personal) de ${COUNT}`,
    `sino ${COUNT}(?: <people>)?`,
  ],
  mentioned: [`${COUNT}${ADJECTIVE} <people>`],
  replaced: [
    'no (?:son|somos|seremos|es) (?:unos |unas )?<N>(?: <people>)?,? sino (?:unos |unas )?<N>',
    '<N> en (?:vez|lugar) de <N>',
  ],
  ranges: [
    '(?:entre|de) <N> (?:y|a|o) <N> <people>',
    '<N>\\s*(?:a|-|o|u) (?:quizás? )?<N>(?: <people>)',
  ],
  notBefore: ['de (?:ellos|ellas|los cuales)', 'contratar', 'cada', 'otr[oa]s'],
  notAfter: [
    'por turno',
    'al día',
    'por noche',
    'más(?! o menos)',
    'cada día',
    'por la noche',
    'de visita',
  ],
};

export const hours: Grammar['hours'] = {
  aroundTheClock: [
    '(?:las )?24 ?horas(?: (?:al|del) día)?(?:,? (?:los )?(?:7|siete) días(?: de la semana)?)?',
    '24\\s*/\\s*7',
    '24 ?h',
    'las veinticuatro horas(?: (?:al|del) día)?',
    'día y noche',
    'nunca cerramos',
    '(?:no cerramos nunca|siempre abiert[oa]s?|sin parar|ininterrumpid[oa](?:mente)?)',
  ],
  ranges: [
    '<H>(?: h(?:oras)?)?\\s*(?:a|hasta|-|y)(?: las?)?\\s*<H>',
    '(?:entre|desde)(?: las?)? <H> (?:y|a|hasta)(?: las?)? <H>',
  ],
  opens: [
    '(?:abr(?:imos|e|en|irá|iremos|ir)|empe(?:zamos|zar)|apertura)(?: (?:es|ya|todos los días|de|a|desde|sobre|hacia))*(?: las?)?\\s*:?\\s*<H>',
  ],
  closes: [
    '(?:cerr(?:amos|aremos|ará|ar)|cierr(?:a|e|an)|termina(?:mos)?|acaba(?:mos)?|cierre|salimos)(?: (?:es|ya|todos los días|a|sobre|hacia|hasta))*(?: las?)?\\s*:?\\s*<H>',
  ],
  cues: [
    'horarios?',
    'abr(?:imos|e|en|irá|iremos)',
    'abiert[oa]s?',
    'cerramos',
    'cierra',
    'trabaj(?:amos|an)',
    'funciona(?:mos)?',
    'jornada',
    'apertura',
    'de lunes',
  ],
  notCues: [
    'turnos?',
    'reunión',
    'reuniones',
    'almuerzo',
    'comida',
    'descanso',
    'entregas?',
    'limpieza',
    'llam(?:ar|a|e|ad)(?:me|nos)?',
    'visitas?',
    'guardias?',
    'cámaras?',
    'alarmas?',
    'parking',
    'vigilan(?:te|cia)',
  ],
  otherDays: ['sábados?', 'domingos?', 'fin(?:es)? de semana', 'festivos?', 'verano', 'viernes'],
};
