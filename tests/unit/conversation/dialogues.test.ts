import { describe, expect, it } from 'vitest';
import { GRAMMAR_LANGUAGES } from '#shared/conversation/rule-proposer/languages.ts';
import { openInEngine } from '#tests/evaluation/dialogues/engine-conversation.ts';
import { type PlayedDialogue, playDialogue } from '#tests/evaluation/dialogues/play-dialogue.ts';
import { readDialogues } from '#tests/evaluation/dialogues/read-dialogues.ts';
import { scoreOf } from '#tests/evaluation/dialogues/score.ts';

const dialogues = readDialogues(new URL('./dialogues/', import.meta.url).pathname);
const played = new Map<string, PlayedDialogue>();
for (const dialogue of dialogues)
  played.set(dialogue.id, await playDialogue(openInEngine, dialogue));

const all = [...played.values()];
const inLanguage = (language: string): readonly PlayedDialogue[] =>
  all.filter(({ dialogue }) => dialogue.language === language);

const MOST_QUESTIONS = 8;

describe('whole conversations, by rules alone', () => {
  it.each(dialogues.map(({ id }) => id))('understands %s', (id) => {
    const one = played.get(id);
    expect(one && scoreOf([one]).misses).toEqual([]);
  });

  it('scores an F1 of at least .95 with at most 1 % false fills', () => {
    const { slotF1, falseFillRate } = scoreOf(all);
    expect(slotF1).toBeGreaterThanOrEqual(0.95);
    expect(falseFillRate).toBeLessThanOrEqual(0.01);
  });

  it.for(GRAMMAR_LANGUAGES)(
    'comes to a draft with eight questions at most in %s',
    async (language, { annotate }) => {
      const { questionsToDraft } = scoreOf(inLanguage(language));
      await annotate(`${language}: ${questionsToDraft} questions to a draft (median)`);
      expect(questionsToDraft).toBeLessThanOrEqual(MOST_QUESTIONS);
    },
  );

  it('asks nobody who answers every question more than eight', () => {
    const bare = all.filter(({ dialogue }) => dialogue.answers);
    const questions = bare.map(({ questionsToDraft }) => questionsToDraft ?? Number.NaN);
    expect(Math.max(...questions)).toBeLessThanOrEqual(MOST_QUESTIONS);
  });
});
