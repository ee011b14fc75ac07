import type { Grammar } from '../../grammar.ts';

const SITE =
  '(?: de(?:l)?(?: la| el)? (?:sitio|sede|centro|local|edificio|instalación|negocio|tienda|oficina|planta))?';

/** What people write before the colon, or in the left column of a table. */
export const labels: NonNullable<Grammar['labels']> = {
  site_name: [`(?:nombre|denominación|nombre comercial)${SITE}`, '(?:sitio|sede|centro|local)'],
  site_type: [
    `(?:tipo|clase|categoría|giro|rubro|sector|actividad|uso)${SITE}`,
    'tipo de (?:instalación|negocio)',
  ],
  expected_users: [
    '(?:número|nº|n°|núm\\.?|cantidad|total) de <people>(?: (?:previst|esperad|estimad)[oa]s)?',
    '(?:<people>|plantilla|personal|equipo|headcount|dotación)(?: (?:previst[oa]s?|esperad[oa]s?|total(?:es)?|aprox\\.?|en (?:sitio|plantilla)))*',
  ],
  operating_hours: [
    '(?:horarios?|horas)(?: (?:de (?:apertura|trabajo|atención|operación|funcionamiento|servicio)|comercial|laboral|habitual))?',
    'jornada',
    'abierto',
  ],
  time_zone: ['(?:zona|huso|uso) horari[oa]', 'zona', 'huso', 'hora local', 'ciudad', 'tz'],
  security_level: ['(?:nivel(?:es)? de )?(?:seguridad|protección)', 'nivel'],
  urgency: [
    'urgencia',
    'prioridad',
    'plazo',
    'fecha(?: límite| de entrega| de puesta en marcha)?',
    '(?:para )?cuándo',
    'entrega',
  ],
  staff_roles: ['(?:puestos|roles|perfiles|cargos)(?: de (?:trabajo|personal))?'],
  shifts: ['turnos'],
};
