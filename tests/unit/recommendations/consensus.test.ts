import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consensus, type Evidence, type Verdict } from '#shared/recommendations/consensus.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

const evidence: fc.Arbitrary<Evidence> = fc.record({
  authority: fc.constantFrom('official', 'high', 'medium', 'low'),
  similarity: share,
  ageDays: fc.double({ min: 0, max: 5000, noNaN: true }),
});

const verdict: fc.Arbitrary<Verdict> = fc.record({
  valid: fc.boolean(),
  passed: fc.boolean(),
  adjustment: fc.option(fc.double({ min: -3, max: 1, noNaN: true })),
  policyViolation: fc.boolean(),
});

const input = fc.record({
  evidence: fc.array(evidence, { maxLength: 10 }),
  verdict: fc.option(verdict),
  makerConfidence: fc.double({ min: -1, max: 2, noNaN: true }),
});

const AGREED: Verdict = { valid: true, passed: true, adjustment: null, policyViolation: false };

describe('the consensus of maker and checker', () => {
  it('is always between 0 and 1', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { confidence } = consensus(given);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the sum of the terms it shows, each between 0 and 1, with weights that make 1', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { confidence, terms } = consensus(given);
        const sum = terms.reduce((total, { contribution }) => total + contribution, 0);
        expect(confidence).toBeCloseTo(sum, 10);
        expect(terms.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 10);
        for (const { value } of terms) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  it('never falls when a passage becomes more similar', () => {
    fc.assert(
      fc.property(evidence, share, verdict, (piece, more, judged) => {
        const similarity = Math.max(piece.similarity, more);
        const score = (one: Evidence) =>
          consensus({ evidence: [one], verdict: judged, makerConfidence: 0.9 }).confidence;
        expect(score({ ...piece, similarity })).toBeGreaterThanOrEqual(score(piece));
      }),
    );
  });

  it('is .95 for a draft nobody objects to, without documents, from a maker who is 90 % sure', () => {
    const { confidence, decision, terms } = consensus({
      evidence: [],
      verdict: AGREED,
      makerConfidence: 0.9,
    });
    expect(confidence).toBeCloseTo(0.95, 10);
    expect(decision).toBe('approve');
    expect(terms.map(({ name }) => name)).toEqual(['agreement', 'policy', 'maker_confidence']);
  });

  it('counts a fully similar passage of high authority as whole coverage', () => {
    const { terms } = consensus({
      evidence: [{ authority: 'high', similarity: 1, ageDays: 10 }],
      verdict: AGREED,
      makerConfidence: 1,
    });
    expect(
      Object.fromEntries(terms.map(({ name, value, weight }) => [name, [value, weight]])),
    ).toEqual({
      coverage: [1, 0.15],
      agreement: [1, 0.2],
      freshness: [1, 0.05],
      policy: [expect.closeTo(1, 10), 0.1],
      maker_confidence: [1, 0.5],
    });
  });

  it.each([
    [null, 0.5],
    [{ ...AGREED, valid: false }, 0.2],
    [AGREED, 1],
    [{ ...AGREED, adjustment: 0.05 }, 0.9],
    [{ ...AGREED, adjustment: 0 }, 0.7],
    [{ ...AGREED, adjustment: -0.09 }, 0.7],
    [{ ...AGREED, adjustment: -0.1 }, 0.4],
    [{ ...AGREED, adjustment: -0.3 }, 0.1],
  ] as const)('reads agreement from the checker: %j is %d', (given, agreement) => {
    const { terms } = consensus({ evidence: [], verdict: given, makerConfidence: 0.9 });
    expect(terms.find(({ name }) => name === 'agreement')?.value).toBe(agreement);
  });

  it.each([
    [0, 1],
    [30, 0.8],
    [179, 0.8],
    [180, 0.6],
    [365, 0.4],
    [1095, 0.2],
  ])('a passage of %d days is worth %d in freshness', (ageDays, freshness) => {
    const { terms } = consensus({
      evidence: [{ authority: 'medium', similarity: 0.5, ageDays }],
      verdict: AGREED,
      makerConfidence: 0.9,
    });
    expect(terms.find(({ name }) => name === 'freshness')?.value).toBe(freshness);
  });

  it('asks for changes when the checker objects, however sure the maker is', () => {
    const objection = { ...AGREED, passed: false, adjustment: -0.2 };
    expect(consensus({ evidence: [], verdict: objection, makerConfidence: 1 }).decision).toBe(
      'modify',
    );
  });

  it('escalates what neither believes in', () => {
    const against = { valid: false, passed: false, adjustment: -1, policyViolation: true };
    expect(consensus({ evidence: [], verdict: against, makerConfidence: 0.2 }).decision).toBe(
      'escalate',
    );
  });
});
