import { startModelServer } from '#tests/support/model-server/model-server.ts';
import type { Dialogue } from './dialogue.ts';
import { type OnOwnCloud, withProduct } from './own-cloud.ts';
import type { PlayedDialogue } from './play-dialogue.ts';
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
    const byRules = await onOwnCloud({}, (cloud) => playOverHttp(cloud, dialogues));
    const compared = async (mode: PlumbingMode): Promise<boolean> => {
      const { played, asked } = await playInMode(onOwnCloud, mode, dialogues);
      return holds(`${mode.name}, asked ${asked} times`, byRules, played);
    };
    const quick: boolean[] = [];
    for (const mode of QUICK_MODES) quick.push(await compared(mode));
    // These do nothing but wait, which they can do together.
    const long = await Promise.all(LONG_MODES.map(compared));
    return [...quick, ...long].every(Boolean);
  });

async function playInMode(
  onOwnCloud: OnOwnCloud,
  { behaviour, most }: PlumbingMode,
  dialogues: readonly Dialogue[],
) {
  const server = await startModelServer(behaviour());
  const environment = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'none' };
  try {
    const played = await onOwnCloud(environment, (cloud) =>
      playOverHttp(cloud, dialogues.slice(0, most)),
    );
    return { played, asked: server.asked.length };
  } finally {
    await server.stop();
  }
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
