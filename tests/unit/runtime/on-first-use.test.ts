import { describe, expect, it } from 'vitest';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';

describe('what is made on first use', () => {
  it('is made once, however many ask at the same time', async () => {
    let made = 0;
    const value = onFirstUse(async () => {
      made += 1;
      return made;
    });
    expect(made).toBe(0);
    expect(await Promise.all([value(), value()])).toEqual([1, 1]);
    expect(await value()).toBe(1);
  });

  it('is tried again after a failure', async () => {
    let tries = 0;
    const value = onFirstUse(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    await expect(value()).rejects.toThrow('not yet');
    expect(await value()).toBe(2);
  });
});
