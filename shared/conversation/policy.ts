/** The numbers the dialogue turns on. */
export interface DialoguePolicy {
  /** From here a value is worth a "did I get this right?"; below it is not even asked about. */
  readonly guessFrom: number;
  /** From here a value is taken; below it is asked. */
  readonly acceptFrom: number;
  /** From here a value replaces another one nobody called wrong; below it is asked. */
  readonly replaceFrom: number;
  /** Confidence of a value after its "did I get this right?" was answered with yes. */
  readonly confirmed: number;
}

export const DIALOGUE_POLICY: DialoguePolicy = {
  guessFrom: 0.5,
  acceptFrom: 0.6,
  replaceFrom: 0.8,
  confirmed: 0.95,
};
