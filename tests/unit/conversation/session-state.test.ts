import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  nextState,
  PROGRESS,
  SESSION_TRANSITIONS,
  type SessionTransition,
  sessionState,
} from '#shared/conversation/session-state.ts';

const transitions = Object.entries(SESSION_TRANSITIONS).flatMap(([name, { from, to }]) =>
  from.map((state) => `${state} --> ${to}: ${name}`),
);

function drawnTransitions(): string[] {
  const page = readFileSync(new URL('../../../docs/conversation.md', import.meta.url), 'utf8');
  const picture = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const lines = picture.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.includes(': '));
}

const isTransition = (name: string): name is SessionTransition => name in SESSION_TRANSITIONS;

describe('the states of a session', () => {
  it('are drawn in the documentation exactly as they are in the code', () => {
    expect(drawnTransitions().toSorted()).toEqual(transitions.toSorted());
  });

  it('lead only where the table says', () => {
    for (const name of Object.keys(SESSION_TRANSITIONS).filter(isTransition)) {
      const allowed: readonly string[] = SESSION_TRANSITIONS[name].from;
      for (const state of sessionState.options) {
        const move = () => nextState(state, name);
        if (allowed.includes(state)) expect(move()).toBe(SESSION_TRANSITIONS[name].to);
        else expect(move).toThrow(`A session that is ${state} cannot`);
      }
    }
  });

  it('never go backwards on the way to completion', () => {
    const way = ['started', 'in_progress', 'generating', 'awaiting_approval', 'completed'] as const;
    expect(way.map((state) => PROGRESS[state])).toEqual([0.1, 0.3, 0.6, 0.8, 1]);
  });
});
