import type { Grammar } from '../../grammar.ts';
import { asks, asksWithMark, requests, topics } from './questions.ts';

const WHOLE = (words: string) => `(?<=^\\s*)(?:${words})(?=\\s*[.!?]*\\s*$)`;
const FINE =
  '(?:(?:me|nos|parecen?|están?|va|van|muy|todo|así|tal cual|son|quedan?) )*(?:bien|perfect[oa]s?|correct[oa]s?|de acuerdo|genial(?:es)?|adecuad[oa]s?|estupend[oa]s?|ok|okay|sirven|valen|vale|convencen|gustan|cuadran|bárbaro|conformes?)';
const TEAM =
  '(?:(?:los|las|esos|estos|tus|vuestros|sus|todos|ambos|mismos|puestos|roles|cargos|perfiles|turnos|y|e|con|ni) )*(?:puestos|roles|cargos|turnos|propuestas?|sugerencias?|perfiles)(?: (?:de trabajo|del personal|propuest[oa]s|sugerid[oa]s|recomendad[oa]s|que (?:me |nos )?(?:propones|proponéis|propusiste|sugieres|sugerís|has propuesto|proponen|sugieren)|tal cual|así|como están|de siempre))*';
const KEEP =
  '(?:mant[eé]n(?:er|ed|ga|gan|gamos)?|deja(?:r|d|mos)?|déjal[oa]s?|dejal[oa]s?|dejadl[oa]s?|deje(?:n)?|usa(?:r|d|mos)?|acept(?:o|amos)|conserva(?:r|d|mos)?|quédate con|nos quedamos con|respeta|cog(?:e|emos)|toma(?:mos)?|vamos con|me quedo con)';

export const moves: Grammar['moves'] = {
  startOver: [
    '(?:empecemos|empezar|empieza|empezamos|comenzar|comencemos|comienza|volvamos a empezar|volver a empezar|vuelve a empezar|vuelta a empezar|arranquemos|arrancar|partamos|hagámoslo|reiniciemos)(?: (?:todo|por favor|mejor))* (?:de nuevo|otra vez|de cero|desde (?:el )?(?:principio|cero|inicio|comienzo))',
    '(?:volvamos|volver|vuelve|vuelta|volvemos) a empezar',
    '(?:desde el (?:principio|comienzo|inicio)|(?:desde|de) cero)(?=\\s*(?:[.,;!?]|$|por favor|porfa|otra vez))',
    '(?:borre|olvide|elimine|descarte|anule|borren|olviden|borra|olvida|reinicia|elimina|resetea|descarta|anula)(?:r|d|lo|te de|mos)? (?:todo|lo anterior|todo lo (?:anterior|dicho))',
    'borrón y cuenta nueva',
    WHOLE('(?:reinicia|reiniciar|resetea|resetear|reset|de nuevo|otra vez desde el principio)'),
  ],
  goBack: [
    '(?:vuelve|vuelva|volver|volvamos|volvemos|vamos|ir|retrocede|retroceder|regresa|regresar|regresemos|regrese)(?: un paso)? (?:atrás|a la (?:pregunta )?(?:anterior|de antes)|para atrás|hacia atrás|a la pregunta previa)',
    '(?:la )?pregunta (?:anterior|de antes|previa)',
    'un paso atrás',
    WHOLE(
      '(?:por favor )?(?:atrás|anterior|la anterior|retrocede|regresa|vuelve|volver|para atrás)(?: por favor)?',
    ),
  ],
  skip: [
    '(?:sáltate|sáltatela|sáltala|sáltese|salta|saltar(?:me|nos|se|la)?|saltemos|saltamos|omite|omitir|omitamos|omítela|pasa|pasar|pasemos|pasamos|obvia|obviemos)(?: (?:a la|de|esta|esa|la|por alto|ahora))*(?: (?:pregunta|siguiente|próxima|cuestión))?(?<=pregunta|siguiente|proxima|cuestion|esta|esa|saltatela|saltala|omitela|alto|saltate|omite|omitir|saltar|saltarmela|saltarla|salta)',
    WHOLE(
      '(?:(?:mejor|por ahora|de momento|bueno) )?(?:paso|siguiente|la siguiente|siguiente pregunta|luego|más tarde|ahora no|después|en otro momento|me la salto|nos la saltamos|prefiero no (?:decirlo|contestar|responder)|skip|más adelante|da igual|sin respuesta)(?:,? (?:por favor|porfa|gracias))?',
    ),
    '(?:siguiente|próxima) pregunta',
    '(?:esa|esta|la|me) (?:pregunta )?(?:me la|la) (?:salto|saltaría|brinco|dejo)',
    'dej(?:emos|amos|o|a|e|en) (?:este|ese|esta|esa|el|la) (?:punto|pregunta|cuestión|tema|dato) (?:para|pendiente|en blanco)',
    '(?:de|sobre) (?:eso|esto) no (?:puedo|sabría|sé) (?:\\p{L}+ )?(?:decir|contestar|responder|nada)',
    '(?:pregúntame|pregúntamelo|pregunta(?:d)?me(?:lo)?|pregúntenme|te lo digo|os lo digo|se lo digo|le digo|lo vemos|lo veo|lo dejamos|lo dejo|déjalo|déjala|dejémoslo|lo miramos|te digo|volvemos a esto)(?: (?:para|eso|esto))* (?:más tarde|luego|después|otro momento|más adelante|otro día)',
    '(?:luego|después|más tarde) (?:te|os|se|le) (?:lo |la )?(?:digo|decimos|contesto|confirmo)',
    'prefiero no (?:decirlo|contestar|responder)',
  ],
  why: [
    '(?:por qué|porque) (?:(?:me|nos|lo|la|os|se|le|te|es|tanto|razón) )*(?:necesit|pregunt|quier|hace falta|pid|importa|importante|querés|queréis|debo|tengo|tenemos|hay que)\\p{L}*',
    'para qué (?:(?:me|nos|lo|la|os|se|le|te|es) )*(?:necesit|pregunt|quier|sirve|hace falta|pid|queréis|querés|es|vale|usa|usáis|van a|vas a|esa|ese|eso|esto)\\p{L}*',
    WHOLE(
      '¿?(?:(?:y|pero|eh|perdón|oye),? )?(?:(?:eso|esto) )?(?:por qué|para qué)(?: (?:eso|esto|motivo|razón|tanto|es eso))?',
    ),
    '(?:a|y) qué viene',
    '(?:por|con) qué (?:motivo|razón|fin|finalidad|objetivo)',
    'qué (?:más da|tiene que ver|importa|importancia tiene|falta hace|necesidad hay)',
    'de qué (?:os|te|le|les) sirve',
    'en qué (?:influye|afecta|ayuda|cambia)',
    'qué (?:ganan|ganáis|ganas|hacen|haréis|hacéis|harán|van a hacer|vais a hacer|vas a hacer) con (?:saberlo|eso|esto|es[eao]s? \\p{L}+|est[eao]s? \\p{L}+|l[oa]s? (?:datos?|información|respuestas?)|mis (?:datos|respuestas))',
    'cuál es (?:el motivo|la razón|el objeto)',
  ],
  summary: [
    'qué (?:has|ha|habéis|han) (?:entendido|apuntado|anotado|guardado|captado)(?: hasta ahora| de momento)?',
    'qué (?:entendiste|anotaste|entendió|anotó)',
    'resumen',
    'resum(?:e|a|ir|id)(?:me|nos)?',
    'qué (?:tienes|tenéis|tiene|llevamos|sabes|sabéis|has (?:apuntado|anotado|entendido)|tienen)(?: (?:apuntado|anotado|hasta ahora|ya|de momento|por ahora|guardado))*(?=\\s*[?.!]|$)',
    'recapitul\\p{L}+',
    'cómo (?:vamos|va la cosa)',
    'en qué punto estamos',
    'repasa(?:r|mos)?(?: lo que)?',
  ],
  help: [
    WHOLE(
      '¿?(?:ayuda|ayúdame|ayúdeme|necesito ayuda|qué puedo (?:decir|responder|hacer)|cómo funciona(?: esto)?)(?: por favor)?',
    ),
  ],
  cancel: [
    WHOLE(
      '(?:cancelar|cancela|cancele|cancelar todo|anular|salir|parar|para|terminar|adiós|hasta luego|chao|olvídalo|olvídelo|déjalo estar)(?: por favor)?',
    ),
  ],
  human: [
    '(?:hablar|chatear|contactar|comunicarme|pásame|páseme|ponme|póngame|transfiéreme) con (?:(?:una?|otra|algún|alguna|un verdadero|una verdadera) )?(?:persona|humano|alguien|agente|asesor|operador|operadora|responsable|ejecutivo|compañero|ser humano)',
    '(?:una persona|un humano|alguien) (?:real|de verdad|de carne y hueso)',
    'atención humana',
    'un (?:humano|agente),? por favor',
  ],
  accept: [
    WHOLE(
      '(?:(?:sí|si|sip|vale|ok|okay|dale|claro|claro que sí|correcto|exacto|exactamente|perfecto|perfectamente|de acuerdo|está bien|genial|bien|muy bien|eso es|adelante|así es|así|por supuesto|gracias|por favor|porfa|me parece (?:bien|perfecto|correcto)|nos parece bien|todo bien|todo correcto|todo ok|conforme|conformes|listo|sí señor|va|va bien|me vale|nos vale|me valen|nos valen|me sirve|órale|bueno|buenísimo|estupendo|confirmo|confirmado|acepto|aceptamos|efectivamente|ya está|desde luego|seguro|sin problema|así está bien|así nomás|tal cual|como están|lo confirmo|apruebo la sugerencia|yes|👍|✅)[\\s,.!👍✅🙂😀]*)+',
    ),
    '(?<=^\\s*)(?:sí|vale|correcto|exacto|claro|perfecto|dale|ok|de acuerdo)(?=[\\s,.!])(?! pero)',
    `(?:(?:me|nos) parecen?|está[ns]?|son|todo|todos|todas|eso|así|van?|quedan?) ${FINE}`,
    '(?:déjal[oa]s?|dejal[oa]s?|dejadl[oa]s|déjel[oa]s?|déjenl[oa]s|manten(?:ga|ed|er)?l[oa]s|mantenl[oa]s|mantén|tal cual|tal y como están|como están|así están|sin cambios|igual)(?: (?:así|tal cual|como están|bien|igual))*(?! (?:\\p{L}+ ){0,1}para (?:luego|después|más tarde|otro))',
    '(?:acepto|aceptamos|apruebo) (?:todo|todos|ambos|las dos cosas|la sugerencia|las sugerencias)',
    '(?:me|nos) gustan?(?= (?:los|las|el|la|lo|tu|su|todo|cómo|así))',
    '(?:los|las|el|la|lo) (?:que|de) (?:propones|proponéis|propusiste|sugieres|sugerís|proponen|sugieren|siempre|recomiendas)',
    '(?:no (?:cambies|cambiéis|cambie|toques|toquéis|hay que cambiar) nada|ningún cambio|nada que (?:cambiar|objetar))',
    '(?:me|nos) (?:vale|valen|sirve|sirven|va bien|van bien|cuadra|cuadran|convence|convencen)',
  ],
  decline: [
    '(?<=^\\s*)(?:no|nop|para nada|qué va)(?! (?:hay|corre|cambies|cambiéis|cambie|toques|gracias))(?=[\\s,.!]|$)',
    'no (?:está|es|son|me parece|nos parece|estoy) (?:bien|correct[oa]s?|de acuerdo|así)',
  ],
  keepTeam: [
    `${TEAM}(?: ya)? ${FINE}`,
    `${KEEP}(?: (?:tal cual|así|igual|como están|con))* ${TEAM}`,
    `${TEAM} (?:déjal[oa]s|dejal[oa]s|dejadl[oa]s|se quedan|están|quedan|mantenl[oa]s)(?: (?:así|igual|como están|tal cual|bien))*`,
    `(?:ok|okay|vale|sí|de acuerdo|conformes?|adelante|perfecto|bien) (?:a|con|para|en) ${TEAM}`,
    `no (?:cambies|cambie|cambiéis|toques|toquéis|modifiques)(?: nada(?: de| en)?)? ${TEAM}`,
  ],
  finish: [
    '(?:prepara|haz|hazme|crea|genera|preparad|haced|prepare|preparen|elabora|genere|haga|lanza|envía|manda|muéstrame|enséñame|redacta|arma|preparar|generar|hacer|puedes (?:preparar|generar|hacer))(?:me|nos|lo)? (?:ya )?(?:la propuesta|el borrador|una propuesta|un borrador|la configuración|la recomendación)',
    '(?:adelante|dale|sigue|seguimos|sigamos|vamos|procede) con (?:la propuesta|el borrador|todo|ello|eso)',
    '(?:eso|esto|y eso) es todo',
    'ya (?:está|estaría) todo',
    '(?:hemos|he) (?:terminado|acabado)',
  ],
  greeting: [
    'hola',
    'buenas',
    'buen(?:os)? días?',
    'buenas tardes',
    'buenas noches',
    'saludos',
    'qué hubo',
  ],
  thanks: ['(?:muchas |mil )?gracias', 'te lo agradezco', 'se agradece'],
  howAreYou: [
    '(?:cómo|que|qué) (?:estás|está|andas|te va|os va|le va|están)(?=\\s*[?,!.]|$)',
    'qué tal(?: (?:todo|estás|vas|el día))?(?=\\s*[?,!.]|$)',
    'cómo va (?:todo|eso)',
  ],
  whoAreYou: [
    'qué tiempo (?:hace|hará|va a hacer)',
    'tú quién eres',
    '(?:quién|qué) (?:eres|es usted|sos)',
    '(?:eres|es usted|sos|estoy hablando con|hablo con)(?: (?:un|una|de verdad un))? ?(?:robot|bot|humano|persona|máquina|ia|inteligencia artificial|chatbot)',
    'qué (?:puedes|sabes) hacer',
    'cuéntame un chiste',
  ],
  asks,
  asksWithMark,
  requests,
  topics,
};
