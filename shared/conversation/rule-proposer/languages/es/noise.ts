import type { Grammar } from '../../grammar.ts';

/** Addresses, phone numbers, money, measures, dates. */
export const noise: Grammar['noise'] = [
  '(?:calle|c/|avenida|avda?\\.?|av\\.?|plaza|pza\\.?|paseo|p[ºo]|carretera|ctra\\.?|camino|ronda|travesía|pasaje|calzada|boulevard|bulevar|carrera|cra\\.?|polígono(?: industrial)?|glorieta) [^,.;\\n]{2,40}?,? (?:n[.ºo]* ?|número |#)?\\d+[a-z]?(?:-\\d+)?',
  '(?:calle|avenida|plaza|paseo) (?:mayor|real|de la escuela|del hospital|del colegio|de la fábrica)',
  '(?:planta|piso|puerta|bloque|portal|escalera|sala|despacho|of(?:icina)?\\.?|local|torre|interior|depto\\.?|departamento|muelle|parcela|km|kilómetro|línea|artículo|número|núm\\.?|nº|n°|poste|extensión|ext\\.?|habitación|aula|pasillo|sección)\\.? ?(?:n[.ºo°]* ?)?\\d+[a-z]?',
  '\\d+(?:º|°|ª|er|o|a) ?(?:piso|planta|[a-d])?',
  '(?:teléfono|tel|tfno|tlf|móvil|celular|cel|fax|whatsapp|código postal|c\\.?p|apartado)\\.?(?: (?:es(?: el)?|del? \\p{L}+))?:?\\s*[+(]?\\d[\\d ()/-]*',
  '\\d{5}(?=,? (?!<people>)\\p{L})',
  '[$€]\\s?\\d[\\d,.]*',
  '\\d[\\d,.]*\\s?(?:%|por ciento|euros?|€|eur|dólares|pesos|soles|usd|mxn|m2|m²|m3|metros?(?: cuadrados| cúbicos)?|hectáreas?|kilómetros?|km|toneladas?|kilos?|kg|litros?|minutos?|min|segundos?|años|días|semanas|meses|palets?|plazas(?: de (?:aparcamiento|parking|garaje))?|camas|habitaciones|vehículos|coches|camiones)',
  '(?:en|desde|de|del|año|hasta|para) (?:19|20)\\d{2}(?! <people>)',
  '\\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)(?: (?:de |del )?\\d{4})?',
];
