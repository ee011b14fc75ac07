import type { LocalCloud } from '#infra/local/local-cloud.ts';
import type { Dialogue } from './dialogue.ts';
import { openOverHttp } from './http-conversation.ts';
import { type PlayedDialogue, playDialogue } from './play-dialogue.ts';

/** Plays dialogues one after the other through the API of a running cloud. */
export async function playOverHttp(
  { url }: Pick<LocalCloud, 'url'>,
  dialogues: readonly Dialogue[],
): Promise<readonly PlayedDialogue[]> {
  const open = openOverHttp(url);
  const played: PlayedDialogue[] = [];
  for (const dialogue of dialogues) played.push(await playDialogue(open, dialogue));
  return played;
}
