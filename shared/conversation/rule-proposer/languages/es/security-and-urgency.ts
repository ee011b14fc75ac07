import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';

export const security: Grammar['security'] = {
  levels: {
    basic: ['básic[oa]s?', 'mínim[oa]s?', 'baj[oa]s?', 'estándar', 'normal'],
    enhanced: [
      'reforzad[oa]s?',
      'mejorad[oa]s?',
      'medi[oa]s?',
      'intermedi[oa]s?',
      'elevad[oa]s?',
      'avanzad[oa]s?',
    ],
    high: ['alt[oa]s?', 'máxim[oa]s?'],
  },
  stated: [
    `(?:nivel de )?seguridad(?: (?:es|será|sea|debe ser|tiene que ser|nivel|que sea|la|el|más))*[ :=,]+(?:la |el |más |una |un )*${LEVEL}`,
    `${LEVEL} seguridad`,
    `nivel(?: de seguridad)?\\s*[:=]\\s*${LEVEL}`,
    `nivel ${LEVEL}(?: de seguridad)?`,
  ],
  onTopic: [
    `(?:la|el|con|que sea|sea|pon|ponga|queremos|necesitamos|mejor|basta con|nos vale|es|una|un) (?:nivel )?${LEVEL}`,
    `${LEVEL} (?:está bien|es suficiente|nos vale|basta|por favor|vale)`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?=\\s*(?:[.,;!]|$))`],
  topic: ['seguridad', 'protección'],
  impossible: [
    'nivel de seguridad(?: (?:es|a|en))*[ :=]+[\'"]?(?<level>ningun[oa]|cero|nada|\\d+)[\'"]?',
  ],
};

export const urgency: Grammar['urgency'] = {
  values: [
    { value: 'none', patterns: ['ningun[oa]', '(?<=^\\s*)no(?=[\\s.!]*$)'] },
    { value: 'today', patterns: ['hoy(?: mismo)?', 'esta (?:tarde|noche|mañana)'] },
    {
      value: 'week',
      patterns: [
        'esta (?:misma )?semana',
        '(?:en|dentro de) (?:una semana|unos días|pocos días|<N> días)',
        '(?:antes del|para el) (?:lunes|martes|miércoles|jueves|viernes|fin de semana)',
        'mañana',
        'a finales de (?:la )?semana',
      ],
    },
    {
      value: 'month',
      patterns: [
        'este (?:mismo )?mes',
        '(?:en|dentro de) (?:un mes|<N> semanas|unas semanas)',
        '(?:a )?(?:final(?:es)?|fin) de(?:l)? mes',
        'la (?:próxima semana|semana que viene)',
      ],
    },
  ],
  cues: [
    '(?:necesit(?:o|amos)|queremos|quiero|querría(?:mos)?|tiene que|debe|hace falta|list[oa]|hecho|empezar|urgente|urge|corre|para|antes|plazo|montado|preparado|terminado|urgencia|arrancar|debería|gustaría|por favor|estar)',
  ],
  free: [
    {
      value: 'none',
      patterns: [
        '(?:no (?:hay|tenemos|tengo|corre|llevamos|nos corre)|sin)(?: ninguna?| mucha| tanta| nada de)? (?:prisa|urgencia|apuro)',
        'no (?:es|corre)(?: nada| muy| tan)? urgente',
        'cuando (?:puedan|podáis|pueda|puedas|sea|os venga bien)',
        'no urge',
      ],
    },
    {
      value: 'today',
      patterns: [
        'cuanto antes',
        'lo antes posible',
        'inmediatamente',
        'ya mismo',
        'de inmediato',
        'ahora mismo',
      ],
    },
  ],
};
