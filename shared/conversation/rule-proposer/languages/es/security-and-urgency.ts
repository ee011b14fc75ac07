import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';
const SECURITY =
  '(?:nivel(?:es)? de (?:la )?(?:seguridad|protección)|(?:grado|tipo) de seguridad|seguridad|protección|security(?: level)?)';

export const security: Grammar['security'] = {
  levels: {
    basic: [
      'básic[oa]s?',
      'mínim[oa]s?',
      'baj[oa]s?',
      'estándar',
      'standard',
      'normal',
      'normalit[oa]',
      'simple',
      'sencill[oa]',
      'elemental',
      'basic',
      'más baj[oa]',
    ],
    enhanced: [
      'reforzad[oa]s?',
      'mejorad[oa]s?',
      'aumentad[oa]s?',
      'ampliad[oa]s?',
      'medi[oa]s?',
      'intermedi[oa]s?',
      'avanzad[oa]s?',
      'enhanced',
      '(?:de|del) (?:en )?medio',
    ],
    high: [
      'alt[oa]s?',
      'altísim[oa]',
      'elevad[oa]s?',
      'máxim[oa]s?',
      'estrict[oa]s?',
      'fuertes?',
      'high',
      'más (?:alt[oa]|estrict[oa]|segur[oa]|fuerte)',
    ],
  },
  stated: [
    `${SECURITY}(?: (?:es|será|sea|sería|debe ser|debería ser|tiene que ser|nivel|de nivel|que sea|la|el|lo|más|queremos|necesitamos|quiero|ponemos|pon|ponga|ponla|ponlo|a|al|en|con|mejor|pues|bueno|de|del|suficiente|requerid[oa]|elegid[oa]|aquí|nos vale|bastaría|basta con|para nosotros|para el sitio|prefiero|preferimos|que|siempre|de tipo|tipo|claro|por supuesto|obviamente|lógicamente|desde luego|naturalmente|mínimo|como mínimo|al menos))*[ :=,>-]+["']?(?:la |el |lo |más |una |un |muy |nivel |de |al )*${LEVEL}`,
    `${LEVEL} (?:nivel de )?(?:seguridad|protección)`,
    `nivel(?: de seguridad)?\\s*[:=]\\s*${LEVEL}`,
    `nivel (?:de |más )?${LEVEL}(?: de seguridad)?(?! (?:de (?!seguridad)|del|sonoro|freático))`,
  ],
  onTopic: [
    `(?:la|el|lo|con|que sea|sea|pon(?:le|ga|gamos)?|queremos|quiero|necesitamos|mejor|basta con|bastaría con|nos (?:vale|basta|llega|alcanza|sirve|quedamos) con|vale con|es|será|una|un|sino|solo|entonces|digamos|de|al?|más bien|nivel) (?:la |el |nivel |con |la de )?${LEVEL}(?! (?:calidad|costo|coste|precio|velocidad|tensión|montaña|valor|riesgo|planta))`,
    `${LEVEL},? (?:está bien|es suficiente|es lo suyo|nos (?:vale|basta|llega|alcanza|sirve|va)|me (?:vale|va)|basta|por favor|porfa|vale|va bien|nomás|alcanza|sobra|mejor)`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?=\\s*(?:[.,;!]|$))`],
  topic: ['seguridad', 'protección', 'security'],
  telling: ['reforzada', 'reforzado', 'basica', 'basico'],
  impossible: [
    `${SECURITY}(?: (?:es|a|en|sea))*[ :=]+['"]?(?<level>ningun[oa]|cero|nada|nul[oa]|ultra|extrem[oa]|none|<N>)['"]?`,
    '(?<level>ninguna|cero) seguridad',
  ],
};

const DAY = '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)';

export const urgency: Grammar['urgency'] = {
  values: [
    { value: 'none', patterns: ['ningun[oa]', '(?<=^\\s*)(?:no|nada|baja)(?=[\\s.!]*$)'] },
    {
      value: 'today',
      patterns: [
        '(?:para |a lo largo de )?hoy(?: mismo| sin falta)?',
        'esta (?:misma )?(?:tarde|noche|mañana)',
        'antes de(?:l final del día|l fin del día| que acabe el día| esta noche)',
        'en (?:unas|pocas|las próximas|<N>) horas',
        'para ayer',
      ],
    },
    {
      value: 'week',
      patterns: [
        '(?:en |a lo largo de )?(?:esta|la) (?:misma )?semana(?<=esta semana|misma semana)',
        '(?:en|dentro de) (?:una semana|unos días|pocos días|<N> días|un par de días|los próximos días)',
        `(?:antes del?|para el|hasta el|el|este) (?:próximo )?(?:${DAY}|fin de semana)(?! (?:pasad[oa]|abr|cerr|de))`,
        '(?:pasado )?mañana(?! (?:de|del|,? (?:abr|cerr)))',
        '(?:a |al |para )?(?:final(?:es)?|fin) de (?:la |esta )?semana',
        'antes de que (?:acabe|termine) la semana',
      ],
    },
    {
      value: 'month',
      patterns: [
        '(?:en |a lo largo de |durante )?este (?:mismo )?mes',
        '(?:en|dentro de|de aquí a) (?:un mes|<N> semanas|unas semanas|un par de semanas|quince días|las próximas(?: <N>)? semanas)',
        '(?:a |al |para )?(?:final(?:es)?|fin) de(?:l)? mes',
        'antes de (?:que (?:acabe|termine) el mes|fin de mes|final de mes|acabar el mes)',
        '(?:la )?(?:próxima semana|semana que viene|semana próxima|semana entrante)',
        'en el (?:transcurso|curso) del mes',
      ],
    },
  ],
  cues: [
    '(?:necesit\\p{L}+|precis\\p{L}+|queremos|quiero|querría(?:mos)?|tien(?:e|en) que|debe|hace falta|list[oa]s?|hecho|empezar|urgen(?:te|cia)|urge|corre|para|antes|plazo|montad[oa]|preparad[oa]|terminad[oa]|esté|basta|bastaría|alcanza|sirve|arrancar|debería|gustaría|por favor|estar|estaría|estuviera|sin falta|como muy tarde|a más tardar|fecha|límite|funcionando|en marcha|operativ[oa]|ideal|posible|cuándo|tener(?:lo)?|lanzar|sería|vale|dentro de|sí o sí)',
  ],
  free: [
    {
      value: 'none',
      patterns: [
        '(?:no (?:hay|tenemos|tengo|corre|llevamos|nos corre|me corre|existe)|sin|cero|nada de|ninguna)(?: ninguna?| mucha| tanta| nada de| ningún tipo de| demasiada)? (?:prisas?|urgencia|apuro|premura|afán|fecha límite)',
        '(?:no|tampoco) (?:es|corre|está|nos)(?: nada| muy| tan| especialmente| algo| para nada)? (?:urgente|urge|apura)',
        'cuando (?:puedan|podáis|pueda|puedas|sea(?: posible)?|se pueda|os venga bien|te venga bien|quieras|quieran|queráis|gusten|buenamente puedan)',
        'no (?:nos |me )?(?:urge|apura|aprieta)',
        'no (?:hace falta|hay que|es necesario|hay por qué) (?:correr|apurarse|darse prisa|apresurarse)',
        '(?:puede|pueden) esperar',
        '(?:con|sin) (?:calma|agobios|presión)',
        '(?:tómate|tómense|tomaos)(?: \\p{L}+)? tiempo',
        'tenemos (?:todo el )?tiempo(?: de sobra)?',
        'urgencia\\s*:?\\s*(?:es )?(?:ninguna|baja|nula|cero)',
        'da igual cuándo',
      ],
    },
    {
      value: 'today',
      patterns: [
        '(?:cuanto|lo) antes(?: posible| mejor)?',
        'lo más (?:rápido|pronto) posible',
        'tan pronto como (?:sea posible|puedan)',
        'inmediatamente',
        '(?:de|con) (?:manera |forma )?(?:inmediat[oa]|urgencia)',
        'ya mismo',
        'ahora mismo',
        'ahorita mismo',
        'asap',
        'ya de ya',
        'urgencia\\s*:?\\s*(?:es )?(?:alta|máxima|inmediata|muy alta)',
      ],
    },
    { value: 'week', patterns: ['urgencia\\s*:\\s*(?:esta )?semana'] },
    { value: 'month', patterns: ['urgencia\\s*:\\s*(?:este )?mes'] },
  ],
};
