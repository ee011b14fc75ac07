import type { Grammar } from '../../grammar.ts';
import { noName, otherNames } from './no-name.ts';

const SITE =
  '(?:sitio|sede|centro|local|oficina|tienda|fábrica|almacén|edificio|clínica|colegio|planta|site|nave|bodega|hospital|negocio|establecimiento|lugar|instalación|escuela|hotel|supermercado|farmacia|residencia|depósito|sucursal|campus|universidad|taller|comercio)';
const NOW =
  '(?: (?:ahora|simplemente|finalmente|oficialmente|pues|así|entonces|mejor|solo|siempre)(?= ))*';

export const siteName: Grammar['siteName'] = {
  cues: [
    `(?<!\\b(?:me|te|yo|jefe|jefa|(?:sub)?director|(?:sub)?directora|encargado|encargada|perro|gato|marido|mujer|empresa|calle|hijo|hija|cómo|como|compañero|compañera|guardia|gerente|app|sistema) )se (?:llama(?:rá|ría|ba)?|va a llamar|debe llamar|debería llamar|denomina(?:rá)?|conoce como)${NOW}(?! (?:cómo|como|a) )`,
    '(?:va|van|iba|pasa|pasará|podría|debería|queremos que|debe)(?: a)? llamarse',
    '(?:que )?(?:lleva(?:rá)?|lleva por|llevará por|tiene por|responde al|recibe el|recibirá el)(?: el| por)? nombre(?: de)?',
    'nombre no (?:es|será) [^.;!?\\n]{2,50}?,? sino(?: que es)?',
    'no se (?:llama|llamará) [^.;!?\\n]{2,50}?,? sino(?: que se llama)?',
    'denominación\\s*[:=]',
    '(?:llamad[oa]|denominad[oa]|bautizad[oa] como|conocid[oa] (?:como|por)|bajo el nombre(?: de)?|de nombre|con el nombre(?: de)?|nombrad[oa])',
    `(?:lo|la|le|l[oa]s?) (?:llam(?:amos|aremos|an|arán)|decimos|pusimos|hemos puesto|pondremos|vamos a llamar|vamos a poner|puse|conocemos como|ponemos)(?: de nombre| por nombre)?${NOW}`,
    '(?:ponle|ponedle|póngale|pónganle|ponerle|llámal[oa]|llámel[oa]|llámenl[oa]|llamadl[oa]|llamarl[oa]|renómbral[oa] (?:como|a)?)(?: (?:de nombre|el nombre|como nombre|por nombre))?(?: de)?',
    `(?<!(?:mi|tu|primer|segundo|en) )(?:el |de )?nombre(?: (?:de(?:l)?|para)(?: (?:la|el|este|esta|nuestr[oa]|nuev[oa]))* ${SITE})?(?: (?:comercial|oficial|definitivo|correcto|nuevo|completo|corto|interno|actual|provisional|público|registrado))?(?:(?: (?:es|será|sería|queda|debe ser|cambia a|pasa a ser)|\\s*[:=-])+)(?: (?:ahora|simplemente))*(?! ?(?:se llama|ll[aá]mal[oa]|ahora es))`,
    '(?:como|de) nombre,? (?:pon(?:le|ga|gan|ed|edle|emos)?|usa|usamos|usaremos|queremos|elegimos|hemos elegido|tendrá|llevará|lleva)',
    '(?:sitio|sede|centro|local)\\s*:(?! ?(?:un|una) )',
  ],
  cuesBehind: [
    '(?:es|será|sería) (?:el|su|nuestro) nombre(?: oficial)?',
    '(?:así )?(?:se llama|se llamará)(?=\\s*(?:[.,;!]|$))',
    '(?:es )?como (?:lo|la|le) (?:llamamos|llaman|decimos)',
    '(?:nos llamamos|le pusimos|le hemos puesto|lo bautizamos|la bautizamos)(?=\\s*(?:[.,;!]|$|y ))',
    'de nombre(?=\\s*(?:[.,;!]|$))',
  ],
  beforeCapitals: [
    `(?:registr|anot|apunt|guard|pon|dalo? de alta|figur|aparec)\\p{L}*(?: (?:el|la|este|esta|nuestr[oa]))?(?: ${SITE})? como`,
    '(?:figura|aparece|consta|opera) (?:en \\p{L}+ )?(?:como|bajo)',
  ],
  appositions: [
    '(?:nuestr[oa]|l[ao]|el|est[ea])(?: nuev[oa])? (?:sitio|sede|centro|local|tienda|oficina|fábrica|almacén|clínica|hospital|colegio|planta|hotel),',
  ],
  leadIns: [
    '(?:(?:pues|bueno|a ver|vale|entonces|y),? )*(?:se llama(?:rá)?|es|será|ponle|ponedle|pon|ponga|sería|llámal[oa]|el nombre es|el nombre sería|l[oae] llamamos|l[oa] llamaremos|le decimos|le pusimos|que sea|digamos|apunta|anota)',
    '(?:pues|bueno|vale),?',
    'nombre\\s*:?',
  ],
  leadOuts: ['por favor', 'porfa', 'gracias', 'creo', 'si puede ser', 'como nombre', 'se llama'],
  noName,
  otherNames,
  notNames: [
    'todavía',
    'aún',
    'por decidir',
    'nada',
    'pendiente',
    'ninguno',
    'no',
    'así',
    'idea',
    'not (?:sure|yet)',
    'luego',
    'más tarde',
    'desconocido',
    'igual que',
    'atención',
  ],
  endWords:
    'y con en a para por que donde somos seremos es tiene tendra abre abrimos pero porque no cerca unas unos hay e trabajamos son abierto abierta esta estara situado situada ubicado ubicada ahora antes gracias creo zona seguridad nivel horario personas empleados donde cuya cuyo se nos lo la\u00a0abrimos pues mejor sino hora urgencia tambien mas aunque'.split(
      ' ',
    ),
  connectors: 'de del la las los el y & e san santa en al a lo d\u00a0 von of the - /'.split(' '),
  sentenceStarts:
    'un una somos seremos es son tenemos hay no sí si hola buenas buenos gracias vale ok por que qué cual cuál cómo como cuando dónde para abrimos cerramos abierto unos unas seguridad nivel mañana esta este saltar salta saltate siguiente volver vuelve atrás atras empezar empecemos ignora olvida omite aprueba da pon ponga quiero queremos quisiera necesitamos necesito perdón perdon espera parece acuerdo correcto ninguno nada nuestro nuestra estamos trabajamos hora horario se mi perfecto hoy antes aun todavia ni de\u00a0momento luego despues mas\u00a0tarde pregunta preguntame paso pasa pasemos me nos te lo\u00a0vemos resumen dame dime borra borrar reinicia cambia cambiar cancela ayuda jaja jajaja bueno\u00a0pues no\u00a0lo el\u00a0nombre la\u00a0seguridad el\u00a0nivel la\u00a0zona el\u00a0horario prefiero puedo puedes podemos creo tengo'
      .split(' ')
      .map((start) => start.replaceAll('\u00a0', ' ')),
  abbreviations: [
    'sta',
    'sto',
    'dr',
    'dra',
    'sr',
    'sra',
    'n',
    'av',
    'avda',
    'pol',
    'ind',
    'ntra',
    'hnos',
    'gral',
    'cia',
  ],
};
