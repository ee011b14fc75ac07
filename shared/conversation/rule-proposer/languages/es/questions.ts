import type { Grammar } from '../../grammar.ts';

const VERB =
  '(?:dice|dicen|es|son|está|están|hay|debe|deben|deberíamos|tenemos que|tengo que|se|hacemos|hago|pone|indica|hay que|establece|prevé|exige|permite|permiten|recoge|marca|obliga|contempla|pasa|menciona|podemos|puede|requiere|significa)';

export const asks: Grammar['moves']['asks'] = [
  `(?:qué|cuál|cuáles|quién|quiénes|dónde|cuándo|cómo|cuánt[oa]s?) ${VERB}`,
  `(?:qué|cuánt[oa]s?) (?:\\p{L}+ ){1,2}${VERB}`,
  `(?:según|de acuerdo con) [^.?!]{3,40},? (?:qué|cuál|quién|cómo|cuándo|dónde|se puede)`,
  'a qué hora',
  '(?:me|nos) (?:puedes|podéis|podrías|puede|podría) (?:decir|explicar|recordar|aclarar)',
  '(?:puedes|podéis|podrías|podría) (?:decirme|decirnos|explicarme|recordarme|buscar|comprobar|consultar|mirar) (?!(?:la )?seguridad)',
  '(?:sabes|sabéis|sabe usted|dime|díganme|dígame) (?:qué|cuál|quién|dónde|cuándo|cómo|cuánt[oa]s?|si)',
  '(?:quisiera|quiero|me gustaría|querría) saber',
];

/** What a rule book does: "¿nuestra normativa dice algo de ...?" */
const RULES =
  '(?:dicen?|mencionan?|indican?|permiten?|exigen?|contemplan?|prevén?|obligan?|establecen?|regulan?|recogen?|prohíben?|hablan?|especifican?|incluyen?|aclaran?|ponen?)';

export const asksWithMark: Grammar['moves']['asksWithMark'] = [
  `(?:nuestr[oa]s?|el|la|los|las|algún|alguna) (?:\\p{L}+ ){1,4}${RULES}`,
  RULES,
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
  'con qué',
  'a quién',
  'es',
  'hay',
  'puedo',
  'podemos',
  'tengo',
  'tenemos',
  'se puede',
  'se pueden',
  'se debe',
  'deben?',
  'debemos',
  'existe',
  'existen',
  'hace falta',
  'está permitido',
  'necesitan',
  'y si',
];

export const requests: Grammar['moves']['requests'] = [
  '(?:me |nos )?(?:puedes|podéis|podrías?|puede|podría|podemos|puedo|podés)(?: (?:por favor|ya|también))*(?: [^.?!]{0,40}?)?(?:poner|cambiar|hacer|añadir|agregar|quitar|usar|saltar\\p{L}*|volver|empezar|corregir|apuntar|anotar|borrar|pasar|dejar|registrar|omitir|retroceder|regresar)',
];

export const topics: Grammar['moves']['topics'] = {
  expected_users: [
    'cuánt[oa]s? (?:gente|personas|usuarios|empleados|trabajadores|somos)',
    'número de (?:personas|usuarios|empleados|trabajadores)',
    'gente',
    'usuarios',
    'empleados',
    'trabajadores',
    'personas',
    'plantilla',
    'somos',
  ],
  security_level: ['seguridad'],
  time_zone: ['(?:zona|huso) horari[oa]', 'zona', 'huso'],
  operating_hours: ['horarios?', 'a qué hora', 'horas'],
  site_name: ['nombre', 'llama'],
  site_type: ['tipo', 'clase de (?:sitio|centro|local)'],
  urgency: ['urgen(?:cia|te)', 'prisa', 'plazo', 'cuándo lo'],
  staff_roles: ['roles?', 'puestos?', 'cargos?'],
  shifts: ['turnos?'],
};
