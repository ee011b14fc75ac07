import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Moves } from './moves.ts';
import type { Wording } from './wording.ts';

/** What is said to whoever asks for help or wants to leave; nothing to anybody else. */
export function guide(wording: Wording, moves: Moves, asked: SlotName | undefined): string[] {
  if (moves.cancel) return [wording.say('reply.cancel')];
  if (!moves.help) return [];
  return [wording.say('reply.help'), ...(asked ? [wording.say(`help.${asked}`)] : [])];
}

/** Who does not know an answer hears what it is for, what it looks like, and that it can wait. */
export const hint = (wording: Wording, asked: SlotName): string[] => [
  wording.say(`why.${asked}`),
  wording.say(`help.${asked}`),
  wording.say('reply.unknown'),
];
