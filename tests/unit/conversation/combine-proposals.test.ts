import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineProposals } from '#shared/conversation/combine-proposals.ts';
import { proposal } from '#tests/support/conversation.ts';

describe('what rules and model read together', () => {
  it('is what either read alone', () => {
    const [users, type] = [proposal('expected_users', 40), proposal('site_type', 'office')];
    expect(combineProposals([users], [type])).toEqual([users, type]);
  });

  it('is surer where both read the same', () => {
    const doubtful = proposal('expected_users', 40, 0.5);
    expect(combineProposals([doubtful], [proposal('expected_users', 40, 0.9)])).toEqual([
      { ...doubtful, confidence: 0.9 },
    ]);
  });

  it('is certain no more where they contradict each other: the person is asked', () => {
    const both = combineProposals(
      [proposal('expected_users', 40, 0.95)],
      [proposal('expected_users', 14, 0.9)],
    );
    expect(both.map(({ value, confidence }) => [value, confidence])).toEqual([
      [40, 0.55],
      [14, 0.5],
    ]);
  });

  it('lets no doubt of the model shake what a rule is sure of', () => {
    const sure = proposal('expected_users', 40, 0.95);
    expect(combineProposals([sure], [proposal('expected_users', 14, 0.55)])).toEqual([sure]);
  });

  it('takes both halves of the hours where the rules have one', () => {
    const hours = { open: '07:00', close: '19:00', around_the_clock: false };
    const [combined] = combineProposals(
      [proposal('operating_hours', { open: '07:00' }, 0.9)],
      [proposal('operating_hours', hours, 0.8)],
    );
    expect(combined).toMatchObject({ value: hours, confidence: 0.9 });
  });

  it('never makes a contradicted value certain, and never loses a slot', () => {
    const claim = fc.record({
      value: fc.integer({ min: 1, max: 3 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(claim, claim, (rule, model) => {
        const combined = combineProposals(
          [proposal('expected_users', rule.value, rule.confidence)],
          [proposal('expected_users', model.value, model.confidence)],
        );
        expect(combined.length).toBeGreaterThan(0);
        const certain = combined.filter(({ confidence }) => confidence >= 0.6);
        if (rule.value !== model.value && model.confidence >= 0.6) expect(certain).toEqual([]);
      }),
    );
  });
});
