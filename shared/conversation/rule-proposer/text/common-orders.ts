import type { Pattern } from '../grammar.ts';

/**
 * Orders to the machine that are looked for whatever the session's language is: they are copied around,
 * and a model understands them all. What a language alone says is in its `guards.orders`.
 */
export const COMMON_ORDERS: readonly Pattern[] = [
  // Marks of a conversation with a model.
  '\\[/?(?:system|assistant|developer|admin|inst)\\]',
  '<\\|[a-z_]+\\|>',
  '(?:ai|llm|model|chatbot|override)(?<=(?:^|\\n)\\W*\\w+)\\s*:',
  '(?:base64|rot13)\\s*:',
  '(?:note|message|memo|instructions?) (?:to|for) (?:the |any |all )?(?:assistant|ai|model|llm|chat ?bot|bot)s?',
  // "Pay no attention to the rules."
  '(?:pay|give) (?:no|little) (?:attention|heed|mind) to (?:(?:any|all|the|your|these|those|of) )*(?:rules?|instructions?|prompts?|guidelines?|polic(?:y|ies))',
  "(?:do not|don'?t|never|stop) (?:pay(?:ing)? attention to|follow(?:ing)?|obey(?:ing)?|heed(?:ing)?|listen(?:ing)? to) (?:(?:any|all|the|your|these|those|of) )*(?:rules?|instructions?|prompts?|guidelines?)",
  '(?:forget|ignore|disregard) (?:all|everything|anything) (?:above|you (?:know|(?:were|have been) (?:told|given|taught)))',
  'do (?:exactly )?(?:as|what(?:ever)?) i (?:say|tell you|order|command)',
  'no (?:les? )?(?:hagas?|prest(?:es?|ar)|sig(?:as?|ue)|obede(?:zcas?|cer)|respetes?|tengas?)(?: ning[uú]n)?(?: caso| atención| en cuenta)? (?:(?:a|de|las?|los?|tus|sus|ninguna|estas|esas) )*(?:reglas?|normas|instrucciones|indicaciones|órdenes|directrices)',
  "(?:ne |n')?(?:tien[st]?|tenez|fais|faites|suis|suivez|respecte[zs]?) (?:pas|plus|aucun)(?: compte| attention| cas)? (?:(?:des?|du|les?|tes|vos|aux?|à|ces) )*(?:règles|consignes|instructions|directives)",
  '(?:beacht|befolg|berücksichtig)\\p{L}* (?:(?:die|deine|ihre|alle|diese) )*(?:regeln|vorgaben|anweisungen|vorschriften) nicht',
  '(?:halt|acht|hör)\\p{L}* (?:dich |sich )?nicht (?:an|auf) (?:(?:die|deine|ihre|alle|diese) )*(?:regeln|vorgaben|anweisungen|vorschriften)',
  '(?:नियमों|निर्देशों|आदेशों) (?:पर ध्यान (?:न|मत|नहीं)|को (?:मत|न|भूल|छोड़)|(?:मत|न) मान)',
  '(?:لا|ولا) (?:تلتفت|تهتم|تلتزم|تتبع|تطبق|تطع|تراع) (?:(?:إلى|ب) ?)?(?:بال|ال)?(?:قواعد|تعليمات|قوانين|أوامر)',
  '(?:نفذ|افعل) ما (?:أقول|أطلب|آمرك|أقوله)',
  // What the machine is to say, or to give away.
  '(?:in|into|to|after|under|with) (?:every|each|all (?:of )?your|your (?:next|every)) (?:answer|reply|response|output)s?',
  '(?:end|start|begin|finish|sign) (?:every|each|all|your) (?:answer|reply|response|output)s?',
  '(?:answer|reply|respond|output|print)(?: back)? (?:only|exactly|nothing but|verbatim)',
  'say exactly ?:',
  '(?:affich|montr|révél|donn|écri|répèt|répét)\\p{L}*(?:[- ]moi)? (?:tes|vos|ton|votre) (?:consignes?|instructions?|règles|prompt)',
  '(?:zeig|nenn|verrat|wiederhol|schreib)\\p{L}* (?:mir )?(?:deine|ihre) (?:anweisungen|vorgaben|regeln|instruktionen)',
  '(?:muestra|revela|escribe|repite|dime)\\p{L}* (?:tus|sus) (?:instrucciones|reglas|indicaciones)',
  '(?:अपने|छिपे|गुप्त) (?:(?:छिपे|गुप्त) )?(?:निर्देश|नियम)(?:ों)?',
  'تعليماتك(?: (?:السرية|المخفية|الخفية|السريه))?',
];
