import { answers, drips, isSilent, MISBEHAVIOURS } from '#tests/support/model-server/behaviours.ts';
import type { AskedOfModel, Behaviour } from '#tests/support/model-server/model-server.ts';
import { OBEDIENT_ANSWERS } from '#tests/support/model-server/obedient-model.ts';
import { NOTHING_STATED, replaying } from '#tests/support/model-server/recorded-answers.ts';
import { RECORDED_DIALOGUES } from '#tests/support/model-server/recorded-dialogues.ts';

/** A way in which the server on this machine treats the product; it never sees a label. */
export interface PlumbingMode {
  readonly name: string;
  readonly behaviour: () => Behaviour;
}

/** Also asked for a second opinion on a draft, where these have none. */
const withoutOpinion =
  (propose: (asked: AskedOfModel) => unknown) =>
  (asked: AskedOfModel): unknown =>
    asked.schemaName === 'check-draft' ? { findings: [] } : propose(asked);

/** Takes them in turn. */
function inTurn(behaviours: readonly Behaviour[]): Behaviour {
  let next = 0;
  return (response, asked) => {
    behaviours[next % behaviours.length]?.(response, asked);
    next += 1;
  };
}

const understandsNothing = answers(withoutOpinion(() => NOTHING_STATED));

export const QUICK_MODES: readonly PlumbingMode[] = [
  {
    name: 'good (recorded)',
    behaviour: () => answers(withoutOpinion(replaying(RECORDED_DIALOGUES))),
  },
  {
    name: 'bad',
    // Now and then it works, or the product would soon leave it alone.
    behaviour: () =>
      inTurn(Object.values(MISBEHAVIOURS).flatMap((each) => [each, understandsNothing])),
  },
  {
    name: 'hostile',
    behaviour: () =>
      inTurn(Object.values(OBEDIENT_ANSWERS).map((obey) => answers(withoutOpinion(obey)))),
  },
];

/** Each turn takes the whole patience there is. */
export const LONG_MODES: readonly PlumbingMode[] = [
  { name: 'slow', behaviour: () => drips },
  { name: 'silent', behaviour: () => isSilent },
];
