import { type ModelServer, startModelServer } from '#tests/support/model-server/model-server.ts';
import type { Dialogue } from './dialogue.ts';
import { openInEngine, openInEngineWith } from './engine-conversation.ts';
import { impatientProposer } from './impatient-proposer.ts';
import { type OnOwnCloud, withProduct } from './own-cloud.ts';
import { type PlayedDialogue, playDialogue } from './play-dialogue.ts';
import { playOverHttp } from './play-over-http.ts';
import { LONG_MODES, type PlumbingMode, QUICK_MODES } from './plumbing-modes.ts';
import { missesIn, scoreOf } from './score.ts';

/**
 * Whether the path to a model holds: with a server on this machine that answers well, badly, with every
 * order it reads, byte by byte or not at all, nothing may be understood worse than by the rules alone.
 * Says nothing about any model. @returns whether it holds
 */
export const evaluatePlumbing = (dialogues: readonly Dialogue[]): Promise<boolean> =>
  withProduct(async (onOwnCloud) => {
    console.log('plumbing, not quality: the model is a server on this machine');
    const overHttp = await onOwnCloud({}, (cloud) => playOverHttp(cloud, dialogues));
    const held: boolean[] = [];
    for (const mode of QUICK_MODES)
      held.push(await compare(mode, overHttp, playOnCloud(onOwnCloud, dialogues)));
    const inEngine = await playInEngine(dialogues);
    // These do nothing but wait, which they can do together.
    const waited = LONG_MODES.map((mode) => compare(mode, inEngine, playImpatiently(dialogues)));
    return [...held, ...(await Promise.all(waited))].every(Boolean);
  });

type Play = (server: ModelServer) => Promise<readonly PlayedDialogue[]>;

async function compare(
  { name, behaviour }: PlumbingMode,
  byRules: readonly PlayedDialogue[],
  play: Play,
): Promise<boolean> {
  const server = await startModelServer(behaviour());
  try {
    const played = await play(server);
    return holds(`${name}, asked ${server.asked.length} times`, byRules, played);
  } finally {
    await server.stop();
  }
}

const playOnCloud =
  (onOwnCloud: OnOwnCloud, dialogues: readonly Dialogue[]): Play =>
  ({ url }) =>
    onOwnCloud({ OPENAI_BASE_URL: url, OPENAI_API_KEY: 'none' }, (cloud) =>
      playOverHttp(cloud, dialogues),
    );

/** A turn would wait eight seconds for what never comes; how long it waits is not the question here. */
const SHORT_PATIENCE_MS = 50;

const playImpatiently =
  (dialogues: readonly Dialogue[]): Play =>
  ({ url }) =>
    playInEngine(dialogues, openInEngineWith(impatientProposer(url, SHORT_PATIENCE_MS)));

async function playInEngine(dialogues: readonly Dialogue[], open = openInEngine) {
  const played: PlayedDialogue[] = [];
  for (const dialogue of dialogues) played.push(await playDialogue(open, dialogue));
  return played;
}

/** Prints what changed against the rules. Returns whether nothing that was labelled got lost. */
function holds(
  title: string,
  byRules: readonly PlayedDialogue[],
  played: readonly PlayedDialogue[],
): boolean {
  const same = byRules.filter(({ dialogue }) =>
    played.some((other) => other.dialogue.id === dialogue.id),
  );
  const [before, after] = [
    missesIn(same.map(withoutReplies)),
    missesIn(played.map(withoutReplies)),
  ];
  const worse = after.filter((miss) => !before.includes(miss));
  const better = before.filter((miss) => !after.includes(miss));
  const f1 = (some: readonly PlayedDialogue[]): string => scoreOf(some).slotF1.toFixed(3);
  const replies = scoreOf(same).replies.right - scoreOf(played).replies.right;
  console.log(`\n${title}: ${played.length} dialogues`);
  console.log(`  slot F1  ${f1(played)}, by the rules ${f1(same)}`);
  console.log(`  labels   ${worse.length} worse, ${better.length} better than by the rules`);
  if (replies > 0) console.log(`  replies  ${replies} asked to confirm what the model made up`);
  for (const miss of worse) console.log(`    ${miss}`);
  return worse.length === 0;
}

/** What a model proposes without a word of the message is asked about, and that is as it should be. */
const withoutReplies = ({ verdicts, ...played }: PlayedDialogue): PlayedDialogue => ({
  ...played,
  verdicts: verdicts.filter(({ about }) => about !== 'reply'),
});
