import type { SecurityLevel, SiteType } from '#shared/facility/values.ts';
import type { ShiftPart } from '#shared/recommendations/shift-names.ts';
import type { SlotValue } from '#shared/slots/slot-values.ts';

/** A pattern over folded text; its little language is in text/pattern.ts. */
export type Pattern = string;

export interface NumberGrammar {
  /** Folded words (or several, with spaces) → value, below a hundred unless the language says more. */
  readonly words: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  /** Words inside a number that mean nothing: "and". */
  readonly joiners: readonly string[];
  /** Words before a number that make it negative. */
  readonly minus?: readonly string[];
  /** Characters between groups of three digits. */
  readonly groupSeparators: string;
}

export interface ClockGrammar {
  /** Times in digits, with groups `hour` and `minute`: "7h30". "7:30" is understood everywhere. */
  readonly digital: readonly Pattern[];
  /**
   * Forms around one hour <N>, and the minutes they add: "half past <N>" is 30. A second <N> is minutes
   * on top: "sieben Uhr dreißig".
   */
  readonly forms: readonly { readonly pattern: Pattern; readonly minutes: number }[];
  /** Fixed times: noon, midnight. */
  readonly named: readonly { readonly pattern: Pattern; readonly minutes: number }[];
  /** Words that say which half of the day is meant, behind or before the time. */
  readonly morning: readonly Pattern[];
  readonly evening: readonly Pattern[];
  readonly night: readonly Pattern[];
}

interface ValuePattern<V> {
  readonly value: V;
  readonly patterns: readonly Pattern[];
}

/** What a language brings: words and patterns, no code. Engines in this folder turn it into proposals. */
export interface Grammar {
  /** BCP 47 base language. */
  readonly language: string;
  /** Word lists that patterns name in angle brackets. */
  readonly words: Readonly<Record<string, readonly Pattern[]>>;
  readonly numbers: NumberGrammar;
  readonly clock: ClockGrammar;
  readonly slips: {
    /** Short forms and what they stand for. */
    readonly meaning: Readonly<Record<string, string>>;
    /** Words so telling that a misspelling of them is put right. */
    readonly keyWords: readonly string[];
    /** Key words of three or four letters, known by all of their letters. */
    readonly shortWords?: readonly string[];
    /** Letters that sound alike, each with what stands for them: who writes by ear mixes them up. */
    readonly sounds?: readonly (readonly [letters: RegExp, sound: string])[];
    /** Real words that look like a misspelling. */
    readonly never: readonly string[];
  };
  /** Words that English would read as something else: French "est" is no Eastern Standard Time. */
  readonly falseFriends?: readonly Pattern[];
  /** What looks like a fact and is none: addresses, phone numbers. */
  readonly noise: readonly Pattern[];
  readonly guards: {
    /** Directly before a value: it does not hold. */
    readonly negated: readonly Pattern[];
    /** Directly behind a value: the same. */
    readonly voided: readonly Pattern[];
    /** In the same clause: it is about something or somebody else, or another time. */
    readonly elsewhere: readonly Pattern[];
    /** In the same sentence: the speaker does not know. */
    readonly unsure: readonly Pattern[];
    /** In the same clause: the speaker is fairly sure. */
    readonly hedged: readonly Pattern[];
    /** What follows replaces what was said before. */
    readonly correction: readonly Pattern[];
    /** Orders to the machine, not words about a site: "ignore all rules", "you are now the admin". */
    readonly orders?: readonly Pattern[];
    /** A sentence that begins so goes on giving orders after such a one. */
    readonly orderVerbs?: readonly Pattern[];
    /** Between two values: either could hold. */
    readonly or: readonly Pattern[];
  };
  /** Words before a colon or in a cell that say which slot stands behind them; else those of `moves.topics`. */
  readonly labels?: Readonly<Record<string, readonly Pattern[]>>;
  readonly clauseBreaks: readonly Pattern[];
  readonly sentenceBreaks: readonly Pattern[];
  /** Words around a bare answer that change nothing: "let's say", "please". */
  readonly fillers: readonly Pattern[];
  readonly siteName: {
    /** Before a name. Group `subject`, where there is one, must not be a person or a street. */
    readonly cues: readonly Pattern[];
    /** Before a name that has capitals: ", named VoiceBox". */
    readonly beforeCapitals?: readonly Pattern[];
    /** The same, with a comma behind the name: "our site, Oakridge Mill, has". */
    readonly appositions?: readonly Pattern[];
    /** Behind a name: "is what we call it". */
    readonly cuesBehind?: readonly Pattern[];
    /** The same, where the letters have no capitals and the name is whatever stands before. */
    readonly cuesBehindWords?: readonly Pattern[];
    /** Before and behind a bare name: "let's go with", "please". */
    readonly leadIns: readonly Pattern[];
    readonly leadOuts: readonly Pattern[];
    readonly notNames: readonly Pattern[];
    /** A message of nothing but these names nothing: "cancel", "both", "bye". */
    readonly noName?: readonly Pattern[];
    /** Before the name of a person, or one that the site had: "my name is", "its name was". */
    readonly otherNames?: readonly Pattern[];
    /** A name in lower case ends before these words. */
    readonly endWords: readonly string[];
    /** A name in capitals ends before these, capitals or not; where absent before all of `endWords`. */
    readonly capitalEndWords?: readonly string[];
    /** Small words inside a name. */
    readonly connectors: readonly string[];
    /** A message that begins with one of these is a sentence, no name. */
    readonly sentenceStarts: readonly string[];
    /** After these a full stop does not end the name. */
    readonly abbreviations: readonly string[];
  };
  readonly siteType: {
    readonly types: Readonly<Record<SiteType, readonly Pattern[]>>;
    /** Of two nouns in a phrase the first decides, not the last. */
    readonly headFirst?: boolean;
    /** Before the type: this is what the site is. */
    readonly identity: readonly Pattern[];
    /** Directly before or behind a type word: it means something else here. */
    readonly notBefore: readonly Pattern[];
    readonly notAfter: readonly Pattern[];
    /** Names several of a kind: somebody's customers more often than the site itself. */
    readonly several?: readonly Pattern[];
    /** Words that separate two things; without one of them the last noun of a phrase decides. */
    readonly phraseBreaks: readonly string[];
  };
  readonly users: {
    /** Patterns with one <N> that leave no doubt. */
    readonly stated: readonly Pattern[];
    readonly mentioned: readonly Pattern[];
    /** One <N> that other counts of the message add up to: "five in total". */
    readonly totals?: readonly Pattern[];
    /** Two <N>, the old count and the new one: "make the 90 a 95". */
    readonly replaced: readonly Pattern[];
    /** Two <N>: from, to. */
    readonly ranges: readonly Pattern[];
    /** Either way of the count: not everybody is meant. */
    readonly notBefore: readonly Pattern[];
    readonly notAfter: readonly Pattern[];
  };
  readonly hours: {
    readonly aroundTheClock: readonly Pattern[];
    /** Two <H>: opening, closing. */
    readonly ranges: readonly Pattern[];
    readonly opens: readonly Pattern[];
    readonly closes: readonly Pattern[];
    /** Directly before one time: it is when the day ends, or begins. */
    readonly until?: readonly Pattern[];
    readonly from?: readonly Pattern[];
    /** In the same clause: these are opening hours. */
    readonly cues: readonly Pattern[];
    /** In the same clause: these are somebody's other hours. */
    readonly notCues: readonly Pattern[];
    /** What a site works in that never closes: "three shifts around the clock". */
    readonly shifts?: readonly Pattern[];
    /** Near a range: it is not the usual day. */
    readonly otherDays: readonly Pattern[];
    /** In the clause of a range on other days alone: the usual ones are still to be said. */
    readonly partOfWeek?: readonly Pattern[];
  };
  readonly timeZone: {
    /** With a group `place`. */
    readonly stated: readonly Pattern[];
    readonly located: readonly Pattern[];
    /** In the sentence: a place here means its time. */
    readonly cues: readonly Pattern[];
    /** Folded name → IANA zone: cities, countries and abbreviations as this language writes them. */
    readonly places: Readonly<Record<string, string>>;
  };
  readonly security: {
    readonly levels: Readonly<Record<SecurityLevel, readonly Pattern[]>>;
    /** With a group `level`. */
    readonly stated: readonly Pattern[];
    /** With a group `level`; counts where security is the topic. */
    readonly onTopic: readonly Pattern[];
    /** With a group `level`: nothing but the level between two marks; counts in an enumeration as well. */
    readonly alone: readonly Pattern[];
    readonly topic: readonly Pattern[];
    /** Level words that mean nothing else, wherever they stand alone: "enhanced", but not "high". */
    readonly telling?: readonly string[];
    /** A level there is not, with a group `level`. */
    readonly impossible: readonly Pattern[];
  };
  readonly urgency: {
    readonly values: readonly ValuePattern<SlotValue<'urgency'>>[];
    /** In the same clause: the time is about the set-up. */
    readonly cues: readonly Pattern[];
    /** Need no cue, and no negation touches them. */
    readonly free: readonly ValuePattern<SlotValue<'urgency'>>[];
  };
  readonly staffRoles: {
    /** Behind these comes a list of roles. */
    readonly cues: readonly Pattern[];
    readonly adds: readonly Pattern[];
    readonly removes: readonly Pattern[];
    /** Those of both that are an order wherever they are said: "add", "remove". */
    readonly orders?: readonly Pattern[];
    /** With groups `old` and `new`: "replace ADMIN with a receptionist". */
    readonly replaces?: readonly Pattern[];
    /** These roles and no others: "just a receptionist". */
    readonly only?: readonly Pattern[];
    /** Beside what was suggested: "nurses too". */
    readonly too?: readonly Pattern[];
    /** The roles stand before "add" and "remove", not behind. */
    readonly verbLast?: boolean;
    /** Behind a role in its other forms: "en", "innen". */
    readonly endings?: readonly string[];
    /** Folded word or words → code. */
    readonly codes: Readonly<Record<string, string>>;
    readonly separators: readonly Pattern[];
    readonly notRoles: readonly Pattern[];
  };
  readonly shifts: {
    readonly cues: readonly Pattern[];
    /** With groups `count` and `hours`: how many, how many hours each. */
    readonly equal: readonly Pattern[];
    /** With a group `count`. */
    readonly count: readonly Pattern[];
    /** The word says how many: "zweischichtig", a dual; group `hours` where it is said. */
    readonly fixed?: readonly ValuePattern<number>[];
    /** What shifts are called by the part of the day they work in. */
    readonly parts: Readonly<Record<ShiftPart, readonly Pattern[]>>;
    /** Other words that name a shift: "first", "B". */
    readonly ordinals: readonly Pattern[];
    /** Words around the name of a shift that are no part of it. */
    readonly notNames: readonly string[];
  };
  readonly moves: {
    readonly startOver: readonly Pattern[];
    readonly goBack: readonly Pattern[];
    readonly skip: readonly Pattern[];
    readonly why: readonly Pattern[];
    readonly summary: readonly Pattern[];
    readonly help: readonly Pattern[];
    /** To leave without having finished. */
    readonly cancel: readonly Pattern[];
    readonly human: readonly Pattern[];
    readonly accept: readonly Pattern[];
    readonly decline: readonly Pattern[];
    readonly keepTeam: readonly Pattern[];
    readonly finish: readonly Pattern[];
    readonly greeting: readonly Pattern[];
    readonly thanks: readonly Pattern[];
    readonly howAreYou: readonly Pattern[];
    readonly whoAreYou: readonly Pattern[];
    /** A sentence that begins so is a question, with or without its mark. */
    readonly asks: readonly Pattern[];
    /** A sentence that begins so and ends with a question mark is a question. */
    readonly asksWithMark: readonly Pattern[];
    /** ... unless it is a polite order. */
    readonly requests: readonly Pattern[];
    /** Words for each slot, to tell what a "why" is about. */
    readonly topics: Readonly<Record<string, readonly Pattern[]>>;
  };
}
