import { wordsOf } from '#shared/embeddings/words.ts';
import { termsOf } from '../terms.ts';

/**
 * Words that ask without saying about what, in the six languages: no answer has to contain them.
 * English function words are not here, keyword terms are free of them already.
 */
export const ASKING = {
  en: `many much long often kind type tell explain describe say says said state mention mentioned
    specific specifically exactly please know find show list give according document documents text
    policy mean means need needs want may must shall us anyone anybody someone somebody there time times date`,
  es: `qué que cuál cuáles cuándo cómo dónde quién quiénes cuánto cuánta cuántos cuántas por para el
    la los las un una unos unas de del en y o es son está están hay se con a al lo su sus mi me nos
    puede puedo pueden debe deben dice dime favor documento hora horas fue fueron era eran ser ha han había
    habían tiene tienen tenía tuvo como más menos entre sobre desde hasta sin también muy este esta estos
    estas ese esa aquel si no ya u sus les otro otra otros otras cada todo toda todos todas tipo nombre
    llama llamado llamada hizo hace hacer cuya cuyo durante según tras ante podía`,
  fr: `que quoi quel quelle quels quelles quand comment où qui pourquoi combien le la les l un une des
    de du d en et ou est sont il elle y a au aux à se sa son ses ce cette ces on nous je peut peux
    peuvent doit doivent dit dites moi plaît document pour par dans avec sur heure heures été était étaient
    fut furent avoir avait ont être comme plus moins entre depuis sans aussi très cet si ne pas leur leurs
    autre autres chaque tout tous toute toutes type nom appelle appelé fait faire dont pendant selon`,
  de: `was wann wie wo wer wem wen welche welcher welches warum wieso wieviel wieviele viele viel der
    die das den dem des ein eine einen einem einer und oder ist sind war im in am an auf zu zum zur
    von vom mit für bei es gibt man wir ich darf kann können muss müssen soll sagt bitte dokument uhrzeit
    wurde wurden werden wird hat haben hatte hatten sein seine seiner seinen seinem ihre ihrer ihren ihrem
    ihr sie er sich nach durch über als dass daß nicht noch auch nur aus beim um bis wenn so sehr mehr am
    unter zwischen gegen vor während wegen worden waren welchem jeder jede jedes alle andere anderen diese
    dieser dieses diesem diesen name namens heißt genannt nannte bezeichnet art konnte konnten gab macht`,
  hi: `क्या कब कैसे कहाँ कहां कौन कितना कितने कितनी क्यों किस किसे का के की को में से पर है हैं था थे थी
    और या यह वह एक लिए होता होती होते करना कर सकता सकते कृपया बताएं बताइए दस्तावेज़ बजे समय`,
  ar: `ما ماذا متى كيف أين من كم لماذا هل أي في على إلى عن مع هو هي هذا هذه ذلك التي الذي و أو يكون
    تكون يمكن يجب كان فضلك المستند الساعة الوقت`,
} as const;
export type AskingLanguage = keyof typeof ASKING;

const TERMS: ReadonlySet<string> = new Set(
  Object.values(ASKING).flatMap((words) => [...termsOf(words), ...wordsOf(words)]),
);

/** Whether a term only asks. */
export const isAsking = (term: string): boolean => TERMS.has(term);
