import { describe, expect, it } from 'vitest';
import { costOf, priceOf } from '#shared/budgets/price.ts';

const TODAY = new Date('2026-01-05T00:00:00.000Z');

describe('the price table', () => {
  it.each([
    ['text-embedding-3-small', 2_000_000],
    ['text-embedding-3-large', 13_000_000],
    ['text-embedding-ada-002', 10_000_000],
  ])('knows what a million tokens of %s cost', (model, microcents) => {
    const price = priceOf('openai', model, TODAY);
    expect(price && costOf(price, { inputTokens: 1_000_000, outputTokens: 0 })).toBe(microcents);
  });

  it('takes a model with its release date for the same model', () => {
    expect(priceOf('azure', 'gpt-4o-mini-2024-07-18', TODAY)).toEqual(
      priceOf('azure', 'gpt-4o-mini', TODAY),
    );
  });

  it('has no price for a model it does not know, nor for one before its first day', () => {
    expect(priceOf('openai', 'gpt-9', TODAY)).toBeUndefined();
    expect(priceOf('openai', 'gpt-5', new Date('2024-01-01T00:00:00.000Z'))).toBeUndefined();
  });

  it('counts input and output apart, in whole micro-cents', () => {
    expect(costOf({ input: 15, output: 60 }, { inputTokens: 10, outputTokens: 3 })).toBe(330);
  });
});
