import type { Grammar } from '../../grammar.ts';

/** Orders to the machine, not words about a site; English ones too, since they are copied around. */
export const orders: NonNullable<Grammar['guards']['orders']> = [
  '(?:ignor|olvid|omit|desestim|descart|salt|anul|desobede|haz caso omiso)\\p{L}* [^.!?\\n]{0,40}(?:instruccion\\p{L}*|reglas?|normas|indicaciones|órdenes|restricciones|directrices|límites|políticas)',
  '(?:aprueb|aprob|autoriz|valid|aplic)\\p{L}* (?:todo|todos|ya|la (?:configuración|propuesta|solicitud)|el (?:borrador|cambio)|los cambios|automáticamente|sin)',
  '(?:márca|marca|da|pon|dalo|dar|marcar)\\p{L}* [^.!?\\n]{0,30}(?:aprobad|completad|autorizad|terminad)[oa]s?',
  '(?:modo|rol) (?:de )?(?:administrador|admin|desarrollador|depuración|dios|root)',
  '(?:eres|actúa|compórtate|finge|haz)\\p{L}* (?:ahora |como |un |una |el |que eres )*(?:admin\\p{L}*|root|desarrollador|aprobador|sistema|dan)',
  '(?:sáltate|omite|desactiva|sin)\\p{L}* (?:las?|los?|el|toda)? ?(?:aprobaci\\p{L}+|comprobaci\\p{L}+|verificaci\\p{L}+|revisi\\p{L}+|validaci\\p{L}+|controles)',
  '(?:muestra|revela|imprime|dame|lista|enseña)\\p{L}* [^.!?\\n]{0,30}(?:contraseñas|claves|secretos|tokens|prompt|otros clientes|otras empresas|base de datos)',
  '(?:nuevas|últimas) (?:instrucciones|órdenes)',
  '(?:prompt|mensaje) (?:del?|oculto del?) sistema',
  '(?<=(?:^|\\n)\\W*)(?:system|assistant|sistema|developer|admin)\\s*(?:prompt|message|override)?\\s*:',
  '(?:ignore|disregard|forget|override|bypass) [^.!?\\n]{0,40}(?:instructions?|rules?|prompts?|guidelines?)',
  'approve (?:everything|it|all|the)',
];

export const orderVerbs: NonNullable<Grammar['guards']['orderVerbs']> = [
  '(?:y |luego |ahora |además |después |por último |también )*(?:pon|ponga|aprueba|márca\\p{L}*|marca|completa|cambia|rellena|haz|borra|usa|muestra|di|envía|da|set|approve|mark|asigna|establece|configura)',
];
