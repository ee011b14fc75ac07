import { describe, expect, it } from 'vitest';
import type { OpenConversation, Seen } from '#tests/evaluation/dialogues/conversation.ts';
import { type Dialogue, dialogueSchema } from '#tests/evaluation/dialogues/dialogue.ts';
import { playDialogue } from '#tests/evaluation/dialogues/play-dialogue.ts';
import { scoreOf } from '#tests/evaluation/dialogues/score.ts';

const SILENT: Seen = { slots: {}, asked: ['site_type'], replyKind: 'ask', drafted: false };

/** A system that shows these things one after the other, and what was said to it. */
function scripted(...shown: readonly Partial<Seen>[]) {
  const said: string[] = [];
  const open: OpenConversation = async () => ({
    opening: SILENT,
    say: async (text) => ({ ...SILENT, ...shown[said.push(text) - 1] }),
  });
  return { open, said };
}

const dialogue = (parts: object): Dialogue =>
  dialogueSchema.parse({
    id: 'd',
    language: 'en',
    type: 'initial_setup',
    tags: [],
    start: {},
    final: { slots: {}, awaiting_approval: false },
    ...parts,
  });

const OFFICE = { site_type: 'office' };

describe('a played dialogue', () => {
  it('counts right, wrong and missing values, and what is filled though nobody said it', async () => {
    const { open } = scripted({
      slots: { site_type: 'retail', urgency: 'week', time_zone: 'UTC' },
    });
    const expect_ = {
      slots: { site_type: 'office', site_name: 'Harbor', time_zone: 'Etc/UTC' },
      not_filled: ['urgency', 'shifts'],
      reply_kind: 'confirm',
    };
    const turns = [{ user: 'hello', expect: expect_ }];
    const score = scoreOf([await playDialogue(open, dialogue({ turns }))]);
    expect(score).toMatchObject({
      values: { right: 1, wrong: 1, missing: 1 },
      empty: { wrong: 1, all: 2 },
      falseFillRate: 0.5,
      replies: { right: 0, all: 1 },
      drafts: { right: 1, all: 1 },
    });
    expect(score.misses).toHaveLength(4);
    // Precision and recall are 1 of 3 each.
    expect(score.slotF1).toBeCloseTo(1 / 3);
  });

  it('leaves out a last message that only accepts, where the draft is there before it', async () => {
    const turns = [
      { user: 'all of it', expect: {} },
      { user: 'keep them', expect: {} },
    ];
    const drafted = { asked: [], drafted: true };
    const [spared, told] = [scripted(drafted), scripted(drafted, { ...drafted, refused: '409' })];
    const final = { slots: {}, awaiting_approval: true };
    await playDialogue(spared.open, dialogue({ turns, final, tags: ['accept_last'] }));
    const played = await playDialogue(told.open, dialogue({ turns, final }));
    expect(spared.said).toEqual(['all of it']);
    expect(told.said).toEqual(['all of it', 'keep them']);
    expect(scoreOf([played])).toMatchObject({
      refused: 1,
      misses: ['d turn 2: message: 409  <- "keep them"'],
    });
  });

  it('gives bare answers to the question that is asked, and counts the questions to the draft', async () => {
    const { open, said } = scripted(
      { asked: ['site_name'], slots: OFFICE },
      { asked: [], drafted: true, slots: OFFICE },
    );
    const answers = { site_name: 'Harbor', site_type: 'an office' };
    const final = { slots: OFFICE, awaiting_approval: true };
    const played = await playDialogue(open, dialogue({ answers, final }));
    expect(said).toEqual(['an office', 'Harbor']);
    expect(scoreOf([played])).toMatchObject({ questionsToDraft: 2, misses: [] });
  });

  it('stops where a question has no bare answer, or where the same one comes again and again', async () => {
    const [stuck, round] = [scripted({ asked: ['urgency'] }), scripted()];
    const answers = { site_type: 'an office' };
    await playDialogue(stuck.open, dialogue({ answers }));
    await playDialogue(round.open, dialogue({ answers }));
    expect(stuck.said).toHaveLength(1);
    expect(round.said).toHaveLength(20);
  });
});
