import type { Pattern } from '../../grammar.ts';

/** Who answers, asks, hesitates or takes leave with nothing else has named nothing. */
export const noName: readonly Pattern[] = [
  'both(?: of (?:them|these))?',
  'all(?: of (?:them|it|these))?',
  'everything',
  'everyone',
  'either',
  'neither',
  'huh+',
  'hm+',
  'uh+m*',
  'eh',
  'err?',
  'what',
  'wow',
  'bye(?: ?bye)?',
  'good ?bye',
  'see you(?: later)?',
  'cancel(?: (?:it|that|this|everything))?',
  'abort',
  'quit',
  'exit',
  'stop',
  'help(?: me)?',
  'undo(?: (?:it|that|this))?',
  'again',
  'repeat(?: (?:it|that))?',
  'never ?mind',
  'forget it',
  'the same',
  'same',
  'any',
  'others?',
  'done',
  'finish',
  'end',
  'thanks?',
  'please',
];

/** Before the name of a person, or one that the site had. */
export const otherNames: readonly Pattern[] = [
  "my (?:full |first )?name(?:'s| is)",
  "(?:i am|i'm) called",
  'name (?:was|used to be)(?: called)?',
];
