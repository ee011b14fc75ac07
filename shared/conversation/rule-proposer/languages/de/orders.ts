import type { Grammar } from '../../grammar.ts';

/** Orders to the machine, not words about a site; English ones too, since they are copied around. */
export const orders: NonNullable<Grammar['guards']['orders']> = [
  '(?:ignorier|vergiss|vergesst|vergessen|missacht|umgeh|übergeh|verwirf|setz)\\p{L}* [^.!?\\n]{0,40}(?:anweisung\\p{L}*|regeln?|vorgaben|instruktion\\p{L}*|richtlinien|befehle|beschränkung\\p{L}*|grenzen)',
  '(?:genehmig|freigeb|bestätig|bewillig)\\p{L}*(?: sie)? (?:alles|alle|sofort|automatisch|den (?:entwurf|antrag)|die (?:konfiguration|änderung\\p{L}*)|das ganze|ohne)',
  '(?:gib|geben sie) [^.!?\\n]{0,30}frei',
  '(?:als|auf) (?:genehmigt|freigegeben|abgeschlossen|bewilligt|fertig) (?:markier|setz|kennzeichn|einstuf)\\p{L}*',
  '(?:markier|setz|kennzeichn)\\p{L}* [^.!?\\n]{0,30}(?:genehmigt|freigegeben|abgeschlossen|bewilligt)',
  '(?:admin\\p{L}*|entwickler|debug|root|gott)-?modus',
  '(?:du bist|sie sind|agier|verhalt|tu so|handle)\\p{L}* (?:jetzt |nun |ab sofort |als |ein |eine |der |dich |sich |wie )*(?:admin\\p{L}*|root|entwickler|genehmiger|system|dan)',
  '(?:überspring|umgeh|deaktivier|ohne|schalt)\\p{L}* (?:die |alle |jede |den )?(?:genehmigung\\p{L}*|freigabe\\p{L}*|prüfung\\p{L}*|kontrolle\\p{L}*)',
  '(?:zeig|nenn|verrat|gib|list|druck)\\p{L}* [^.!?\\n]{0,30}(?:passw\\p{L}+|schlüssel|geheimnis\\p{L}*|tokens?|prompt|anderen? (?:kunden|mandanten)|datenbank)',
  'neue (?:anweisung\\p{L}*|instruktion\\p{L}*)',
  'system-?(?:prompt|nachricht)',
  '(?<=(?:^|\\n)\\W*)(?:system|assistant|developer|admin)\\s*(?:prompt|message|override)?\\s*:',
  '(?:ignore|disregard|forget|override|bypass) [^.!?\\n]{0,40}(?:instructions?|rules?|prompts?|guidelines?)',
  'approve (?:everything|it|all|the)',
];

export const orderVerbs: NonNullable<Grammar['guards']['orderVerbs']> = [
  '(?:und |dann |danach |jetzt |nun |außerdem |auch |bitte )*(?:setz|genehmig|markier|änder|füll|mach|lösch|nutz|verwend|zeig|sag|send|gib|schreib|trag|stell|set|approve|mark)\\p{L}*',
];
