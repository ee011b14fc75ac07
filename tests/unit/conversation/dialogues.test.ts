import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialogueSchema } from '../../evaluation/dialogue.ts';
import { f1, noScore, playDialogue } from '../../evaluation/score.ts';

const folder = new URL('./dialogues/', import.meta.url);
const dialogues = readdirSync(folder).map((file) =>
  dialogueSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);

const MOST_QUESTIONS = 8;

describe('whole conversations, by rules alone', () => {
  it.each(dialogues.map((dialogue) => [dialogue.id, dialogue] as const))(
    'understands %s',
    (_id, dialogue) => {
      const score = noScore();
      playDialogue(dialogue, score);
      expect(score.misses).toEqual([]);
    },
  );

  it('scores an F1 of at least .95 with at most 1 % false fills', () => {
    const score = noScore();
    for (const dialogue of dialogues) playDialogue(dialogue, score);
    expect(f1(score)).toBeGreaterThanOrEqual(0.95);
    expect(score.falseFills / score.notFilled).toBeLessThanOrEqual(0.01);
  });

  it('asks somebody who answers every question at most eight', () => {
    const score = noScore();
    for (const dialogue of dialogues.filter(({ answers }) => answers))
      playDialogue(dialogue, score);
    expect(Math.max(...score.questions)).toBeLessThanOrEqual(MOST_QUESTIONS);
  });
});
