import type { Grammar } from '../../grammar.ts';

const WHOLE = (words: string) => `(?<=^\\s*)(?:${words})(?=\\s*[.!?]*\\s*$)`;
const FINE = '(?:bien|perfect[oa]s?|correct[oa]s?|de acuerdo|genial|adecuad[oa]s?|estupend[oa]s?)';

export const moves: Grammar['moves'] = {
  startOver: [
    '(?:empecemos|empezar|empieza|empezamos|comenzar|comencemos|volvamos a empezar|volver a empezar|vuelta a empezar)(?: todo)?(?: de nuevo| otra vez| de cero| desde (?:el principio|cero))?(?<=nuevo|vez|cero|principio|empezar|empezar)',
    '(?:desde el principio|desde cero|de cero)',
    '(?:borra|olvida|reinicia)(?:lo)? todo',
  ],
  goBack: [
    '(?:vuelve|volver|volvamos|vamos|ir|retrocede|regresa)(?: un paso)? (?:atrás|a la (?:pregunta )?anterior|para atrás)',
    'pregunta anterior',
    WHOLE('atrás|anterior'),
  ],
  skip: [
    '(?:sáltate|salta|saltar|saltemos|omite|omitir|pasa|pasemos)(?: (?:a la|de|esta|esa|la))*(?: (?:pregunta|siguiente))?',
    WHOLE('(?:paso|siguiente|luego|más tarde|ahora no|después)'),
    '(?:pregúntame|pregunta(?:d)?me|te lo digo|os lo digo|lo vemos|lo dejamos para)(?: (?:más tarde|luego|después|otro momento))',
  ],
  why: [
    '(?:por qué|porque) (?:(?:me|nos|lo|la) )*(?:necesit|pregunt|quier|hace falta|pid|importa)\\p{L}*',
    'para qué',
    WHOLE('¿?(?:y )?(?:por qué|para qué)'),
    'a qué viene',
  ],
  summary: [
    'resumen',
    'resume',
    'qué (?:tienes|tenéis|llevamos|sabes)(?: hasta ahora| ya)?',
    'recapitul\\p{L}+',
  ],
  human: ['hablar con (?:una? )?(?:persona|humano|alguien|agente)', 'una persona real'],
  accept: [
    WHOLE(
      '(?:(?:sí|si|vale|ok|okay|claro|correcto|exacto|perfecto|de acuerdo|está bien|genial|bien|eso es|adelante|así es|por supuesto|gracias|por favor|me parece bien)[\\s,.!]*)+',
    ),
    '(?<=^\\s*)(?:sí|vale|correcto|exacto|claro|perfecto)(?=[\\s,.!])',
    `(?:(?:me|nos) parecen?|está[ns]?|son|todo|todos|todas) ${FINE}`,
    '(?:déjal[oa]s?|dejal[oa]s?|dejadl[oa]s|mantén|manten(?:ga|ed)?l[oa]s|tal cual|como están|así están|sin cambios)(?: así| tal cual| como están)?',
  ],
  decline: [
    '(?<=^\\s*)no(?! (?:hay|corre|cambies))(?=[\\s,.!]|$)',
    'no (?:está|es|son) (?:bien|correct[oa]s?)',
  ],
  keepTeam: [
    `(?:los |las |estos )?(?:puestos|roles|turnos)(?: (?:y|e) (?:los |las )?(?:puestos|roles|turnos))?(?: (?:propuest|sugerid)[oa]s)?(?: (?:me|nos))?(?: parecen| están| son)? ${FINE}`,
    '(?:mant[eé]n|deja|dejad|usa|acepto|conserva)(?:l[oa]s)?(?: (?:los|las))?(?: (?:puestos|roles|turnos))(?: (?:propuest|sugerid)[oa]s)?',
  ],
  finish: [
    '(?:prepara|haz|crea|genera|preparad|haced|prepare|elabora)(?:me|nos)? (?:la propuesta|el borrador|ya la propuesta)',
    'adelante con (?:la propuesta|el borrador)',
    '(?:eso|esto) es todo',
  ],
  greeting: ['hola', 'buenas', 'buenos días', 'buenas tardes', 'buenas noches'],
  thanks: ['gracias'],
  howAreYou: ['(?:cómo|que) (?:estás|está|tal)', 'qué tal'],
  whoAreYou: ['quién eres', 'qué eres', 'eres (?:un )?(?:robot|bot|humano|persona|máquina)'],
  asks: [
    '(?:qué|cuál|cuáles|quién|dónde|cuándo|cómo|cuánt[oa]s?) (?:dice|dicen|es|son|está|hay|debe|deben|tenemos que|se|hacemos|pone|indica|hay que)',
    'a qué hora',
    'qué \\p{L}+ (?:dice|hay|tenemos|se|debe)',
  ],
  asksWithMark: [
    'qué',
    'cuál',
    'cuáles',
    'quién',
    'dónde',
    'cuándo',
    'cómo',
    'cuánt[oa]s?',
    'por qué',
    'para qué',
    'es',
    'hay',
    'puedo',
    'podemos',
    'tengo',
    'tenemos',
    'se puede',
    'existe',
  ],
  requests: [
    '(?:puedes|podéis|podrías?|puede)(?: por favor)? (?:poner|cambiar|hacer|añadir|quitar|usar)',
  ],
  topics: {
    expected_users: [
      'cuánt[oa]s? (?:gente|personas|usuarios|empleados|trabajadores)',
      'número de (?:personas|usuarios|empleados)',
      'gente',
      'usuarios',
      'empleados',
      'personas',
    ],
    security_level: ['seguridad'],
    time_zone: ['zona horaria'],
    operating_hours: ['horarios?', 'a qué hora'],
    site_name: ['nombre'],
    site_type: ['tipo'],
    urgency: ['urgen(?:cia|te)', 'prisa'],
    staff_roles: ['roles?', 'puestos?'],
    shifts: ['turnos?'],
  },
};
