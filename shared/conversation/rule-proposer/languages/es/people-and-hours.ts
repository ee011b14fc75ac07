import type { Grammar } from '../../grammar.ts';

const COUNT = '(?:<approx> )*<N>';
const KIND =
  '(?: (?:fij[oa]s|buen[oa]s|de|nuestr[oa]s|divers[oa]s|actuales|activ[oa]s|intern[oa]s|extern[oa]s|much[oa]s))?';
const PEOPLE = `${KIND} <people>`;
const STATE =
  '(?: (?:ya|ahora|aquí|allí|allá|hoy|en total|en plantilla|en planta|en el (?:sitio|centro|local)|en la sede|más bien|actualmente|solamente|ahorita|de momento|por ahora|todos|entre todos|al final|mejor|entonces|nomás|unos?|el|la|solo|ahí))*';
const BE =
  '\\s*(?:(?:llega(?:n)? a|alcanza(?:n)?(?: los| las)?|supera(?:n)?(?: los| las)?|es|son|serán|será|sería|serían|seremos|somos|pasa|asciende|de|a|en|:|=|-)\\s*)+';
const PRESENT = '(?:in situ|presentes|en (?:plantilla|planta|(?:el )?sitio|(?:la )?sede))';
const END = `(?=\\s*(?:[.,;!?)\\ue00f]|$|en total|aquí|allí|${PRESENT}|en el equipo|trabajando|nomás|al final|entre todos))`;

export const users: Grammar['users'] = {
  stated: [
    `(?:número|cantidad|total|cifra)(?: total)?(?: de)? (?:<people>)(?: (?:previst[oa]s|esperad[oa]s|estimad[oa]s|en (?:total|planta|el sitio)|en la sede|que \\p{L}+))*${BE}${COUNT}`,
    `(?:<people>|plantilla|personal|equipo|headcount|dotación|nómina)(?: (?:previst[oa]s?|esperad[oa]s?|estimad[oa]s?|total(?:es)?|en (?:total|planta|el sitio)|en la sede))*${BE}${COUNT}`,
    `(?:somos|seremos|serán|son|hay|habrá|tenemos|tendremos|tiene|tendrá|contamos con|contaremos con|cuenta con|trabajan|trabajamos|trabajarán|trabajaremos|trabajaríamos|empleamos|esperamos|estamos|estaremos|con|pon|ponga|poned|anota|para|sumamos|vamos a ser|van a ser|vamos a trabajar|van a trabajar|calculo|calculamos|quedamos|seríamos|serían|usarán|entrarán)${STATE} ${COUNT}${PEOPLE}`,
    `(?:somos|seremos|seríamos|vamos a ser|van a ser|quedamos(?: en)?|estamos|estaremos|trabajamos|trabajaremos|sumamos|con)${STATE} ${COUNT}(?: (?:<helpers>))${END}`,
    `(?:somos|seremos|serán|seríamos|serían|vamos a ser|van a ser|quedamos(?: en)?|trabajamos|trabajaremos|trabajan|sumamos)${STATE} ${COUNT}(?:${END}|(?= entre ))`,
    `${COUNT}${PEOPLE} (?:en total|en planta|en plantilla|en el (?:sitio|centro|equipo|local|edificio)|en la sede|trabajan|trabajarán|trabajando|que trabaja\\p{L}*|aquí|usarán|van a usar|vamos a)`,
    `(?:trabajan|trabajarán|trabajaremos|trabajamos|usarán el sistema|lo usarán|entrarán)(?: (?:aquí|allí|allá|en (?:el|la|este|esta) \\p{L}+|ahí))*:? ${COUNT}${PEOPLE}`,
    `(?<!<N>${PEOPLE}[^.!?]*)${COUNT} <helpers> (?:en total|${PRESENT})(?![^.!?]*<N>${PEOPLE})`,
    `en (?:nómina|plantilla|planta|total|el (?:equipo|sitio|centro)|la (?:sede|empresa))(?: (?:hay|habrá|somos|seremos|son|tenemos|tendremos|estamos|trabajan|trabajamos))${STATE} ${COUNT}${END}`,
    `(?:equipo|plantilla|personal|grupo|staff) de ${COUNT}`,
    `(?:headcount|plantilla|dotación|personal|nómina)(?: (?:de|actual|total|prevista))* ${COUNT}(?! (?!<people>)\\p{L})`,
    `(?:aquí |allí |acá )?(?:trabajan|trabajarán|trabajamos)${STATE} ${COUNT} <helpers>${END}`,
    `(?<=sino (?:que )?(?:somos |son |seremos )?)${COUNT}(?:${PEOPLE})?`,
  ],
  mentioned: [
    `${COUNT}${PEOPLE}`,
    `(?<=(?:^|[.;:!,]) ?(?<!<N> [\\p{L}\\p{M} ]{1,20}, ?)(?:<approx> )*)<N> <helpers>(?= ?(?:[.;!)]|,(?! ?<N>)|$))`,
  ],
  totals: [
    `${COUNT}(?:${PEOPLE})? (?:en total|sumando todo|contando a todos|en conjunto)`,
    `(?:en total|total|sumamos|suman|son)(?:,| son| somos|:)? ${COUNT}(?:${PEOPLE})? en total`,
  ],
  replaced: [
    '<N>(?: <people>)? no,? (?:sino )?<N>',
    'no (?:es |son |somos |seremos |serán |éramos )?(?:unos |unas |l[oa]s )?<N>(?: <people>)?[,;:]? (?:sino|son|somos|es|seremos|serán|mejor)(?: que)?(?: son| somos)? (?:unos |unas )?<N>',
    '<N>(?: <people>)?,? en (?:vez|lugar) de(?: l[oa]s)? <N>',
    '<N>(?: <people>)?,? (?:y )?no <N>',
    '(?:cambi\\p{L}+|pas\\p{L}+|modific\\p{L}+|corrig\\p{L}+|sub\\p{L}+|baj\\p{L}+)(?: (?:de|l[oa]s|el))* <N>(?: <people>)? (?:a|por) <N>',
  ],
  ranges: [
    '(?:somos|seremos)(?: (?:unos|unas|como|entre|aproximadamente))* <N>\\s*(?:a|-|o|u|y)\\s*<N>(?=\\s*(?:[.,;!)]|$))',
    `(?:entre|de) <N> (?:y|a|o) <N>${PEOPLE}`,
    `<N>\\s*(?:a|-|o|u|/)(?: (?:quizás?|incluso|hasta))* ?<N>${PEOPLE}`,
    '(?:somos|seremos|serán|son)(?: \\p{L}+)? entre <N> y <N>(?! ?h)',
  ],
  notBefore: [
    // "The two" answers a choice.
    '(?<=^\\s*)l[oa]s(?= <N>\\s*[.!]*\\s*$)',
    'de (?:ellos|ellas|los cuales|las cuales)',
    'contratar',
    'despedir',
    'cada',
    'otr[oa]s',
    'l[oa]s primer[oa]s',
    '(?<!más o |poco )menos(?= <N>)',
  ],
  notAfter: [
    'por (?:turno|día|noche|hora|semana|mes|planta|sala|aula|equipo|año)',
    '(?:al|a la) (?:día|mes|semana|año|hora)',
    'más(?! o menos)',
    '(?<!más o )menos',
    'cada (?:día|semana|noche|turno|mes)',
    '(?:por|de) (?:la )?noche',
    'a la vez',
    'de visita',
    'adicionales',
    'en (?:limpieza|seguridad|administración|contabilidad|recepción)',
    'se (?:incorporan|incorporarán|suman|sumarán|van|jubilan)',
  ],
};

const WHEN =
  '(?: (?:es|será|ya|todos los días|cada día|a diario|de|a|desde|sobre|hacia|siempre|entonces|a partir de|como a|a eso de|las puertas|puertas|el centro|la tienda|recién|más tarde|antes|ahora|al público|normalmente|hasta|mejor|tipo|por la mañana|por la tarde|cerca de))*(?: las?)?';

/** Until when is no opening: "abierto hasta medianoche". */
const FROM_WHEN = `(?! hasta)${WHEN}`;

export const hours: Grammar['hours'] = {
  aroundTheClock: [
    '(?<!\\b(?:en|dentro de|menos de|próximas|cada|turnos? de|guardias? de) )(?:las )?(?:24|veinticuatro) ?h(?:oras|rs?|s)?(?: ?/ ?(?:24|365|7)(?: ?h(?:oras)?)?)?(?: (?:al|del|por) día)?(?:,? (?:y )?(?:los )?(?:7|siete|365) días(?: (?:de|a) la semana| del año)?)?(?! (?:antes|después))',
    '(?:7|siete) días,? (?:y )?(?:las )?24 ?h(?:oras)?',
    '24\\s*[/x]\\s*7(?:\\s*[/x]\\s*365)?',
    '24 ?- ?7',
    '(?:de )?día y (?:de )?noche',
    'todo el día(?:,? (?:y )?toda la noche)',
    '(?:nunca|jamás) (?:cerramos|cierra|cierran|se cierra|paramos|para)',
    'no (?:cerramos|cierra|cierran|cerrará|se cierra|paramos) (?:nunca|jamás|ni de noche|en ningún momento)',
    '(?:siempre|permanentemente) (?:está |estamos |estará )?(?:abiert[oa]s?|operativ[oa]s?|en marcha)',
    'abiert[oa]s? (?:siempre|permanentemente|a todas horas|ininterrumpidamente)',
    'sin (?:parar|cerrar|interrupción|cierre)(?! (?:de|entre))',
    'ininterrumpid[oa](?:mente)?(?! de)',
    'non-?stop',
    'a todas? horas?',
    'en continuo',
  ],
  ranges: [
    '<H>\\s*(?:a|hasta|to|-|->|/)(?: (?:como|sobre|eso de|casi|aproximadamente))?(?: las?)?\\s*<H>(?! ?<people>)',
    '(?:entre|desde|de)(?: las?)? <H> (?:y|a|hasta)(?: las?)? <H>(?! ?<people>)',
  ],
  opens: [
    `(?:open(?:s|ing)?(?: at)?|abr(?:imos|e|en|irá|irán|iremos|ir|iría|iríamos)|empe(?:zamos|zar|zaremos)|empieza|apertura|abierto|comenzamos|comienza|inicio|entramos|arrancamos)${FROM_WHEN}\\s*:?\\s*<H>`,
    '(?:a partir de|desde) las? <H>,? (?:se (?:trabaja|atiende|empieza)|trabaja(?:mos)?|funciona(?:mos)?|atendemos)',
    '(?:a|desde) las? <H>,? (?:abr(?:imos|e|en)|se abre|empezamos|empieza|entramos|estamos abiertos|arrancamos)',
  ],
  closes: [
    `(?:clos(?:e|es|ing)(?: at)?|cerr(?:amos|aremos|ará|arán|ar|aría|aríamos|ado)|cierr(?:a|e|an|o)|termina(?:mos)?|acaba(?:mos)?|cierre|salimos|fin)${WHEN}\\s*:?\\s*<H>`,
    'a las? <H>,? (?:cerramos|cierra|cierran|se cierra|terminamos|termina|acabamos|acaba|salimos)',
    '(?:abiert[oa]s?|abrimos|abre|trabaj\\p{L}+|estamos|estaremos)(?: \\p{L}+){0,2} hasta(?: las?)? <H>',
    'hasta las? <T>',
  ],
  until: ['hasta(?: las?)?'],
  from: ['desde(?: las?)?', 'a partir de(?: las?)?'],
  cues: [
    'horarios?',
    'open',
    '(?:opening |business )?hours',
    'abr(?:imos|e|en|irá|iremos)',
    'abiert[oa]s?',
    'atende(?:mos|rá|remos)',
    'atiende(?:n)?',
    'cerramos',
    'cierr[ae]n?',
    'trabaj(?:amos|an|aremos|arán)',
    'opera(?:mos|n)?',
    'funciona(?:mos|n)?',
    'jornada',
    'apertura',
    'de lunes',
    'lunes (?:a|-)',
    'l ?- ?v',
    'todos los días',
    'a diario',
    'entre semana',
    'horas de (?:apertura|trabajo|servicio)',
  ],
  shifts: ['turnos'],
  notCues: [
    'turnos?',
    'reunión',
    'reuniones',
    'almuerzos?',
    'almorzar',
    'comida',
    'comemos',
    'desayuno',
    'descansos?',
    'entregas?',
    'repartos?',
    'reparto',
    'limpieza',
    'limpian',
    'llam(?:ar|a|e|ad|en|adas?|ame|eme)(?:me|nos)?',
    'llámame',
    'localizables?',
    'visitas?',
    'visitantes',
    'guardias?',
    'rondas?',
    'cámaras?',
    'alarmas?',
    'parking',
    'aparcamiento',
    'estacionamiento',
    'vigilan(?:te|cia|tes)',
    'cafetería',
    'comedor',
    'recepción',
    'cita',
    'citas',
    'teléfono',
    'mantenimiento',
    'formación',
    'atascos?',
    'recogida',
  ],
  partOfWeek: ['(?:los|en|el|solo) (?:sábados?|domingos?|fin(?:es)? de semana|festivos)'],
  otherDays: [
    '(?<!a |- )sábados?',
    '(?<!a |- )domingos?',
    'fin(?:es)? de semana',
    'festivos?',
    'feriados?',
    'verano',
    'invierno',
    'agosto',
    'vacaciones',
    'navidad(?:es)?',
    '(?<!a |- )viernes',
    'jueves',
  ],
};
