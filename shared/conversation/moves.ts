import type { SlotName } from '#shared/slots/slot-values.ts';

/** What a message does to the conversation, beside stating facts. Several can be true at once. */
export interface Moves {
  /** "Start over": only what was said after this offset still counts. */
  readonly startOverAt: number | null;
  readonly goBack: boolean;
  readonly skip: boolean;
  /** "Why do you ask?", about the pending question or about the slot that was named. */
  readonly why: { readonly slot: SlotName | null } | null;
  /** A question the tenant's documents may answer. */
  readonly documentQuestion: string | null;
  readonly summary: boolean;
  readonly human: boolean;
  /** Yes, as the answer to a confirmation. */
  readonly accept: boolean;
  readonly decline: boolean;
  /** "Keep the suggested roles and shifts": counts whenever it is said. */
  readonly keepTeam: boolean;
  /** "Go ahead with the draft": what is optional is left out. */
  readonly finish: boolean;
  readonly smallTalk: SmallTalk | null;
  /** "No idea": the speaker cannot answer what was asked. */
  readonly unknown: boolean;
  /** "Help": what can be said here. */
  readonly help: boolean;
  /** "Cancel", "bye": the speaker wants to leave. */
  readonly cancel: boolean;
}

export type SmallTalk = 'greeting' | 'thanks' | 'how_are_you' | 'who_are_you';

export const NO_MOVES: Moves = {
  startOverAt: null,
  goBack: false,
  skip: false,
  why: null,
  documentQuestion: null,
  summary: false,
  human: false,
  accept: false,
  decline: false,
  keepTeam: false,
  finish: false,
  smallTalk: null,
  unknown: false,
  help: false,
  cancel: false,
};
