import { describe, expect, it } from 'vitest';
import { slipBetween } from '#shared/site-templates/quick-start/spelling-slip.ts';

describe('a slip of the pen', () => {
  it.each([
    ['hosptial', 'hospital'],
    ['wharehouse', 'warehouse'],
    ['shcool', 'school'],
    ['clinc', 'clinic'],
    ['distrubtion', 'distribution'],
    ['shpo', 'shop'],
  ])('is forgiven: %s for %s', (written, meant) => {
    expect(slipBetween(written, meant)).toBeGreaterThan(0);
  });

  it.each([
    ['hospitality', 'hospital'],
    ['farm', 'firm'],
    ['stone', 'store'],
    ['police', 'office'],
    ['clinic', 'picnic'],
  ])('is not what makes %s of %s', (written, meant) => {
    expect(slipBetween(written, meant)).toBeUndefined();
  });

  it('is nothing between a word and itself', () => {
    expect(slipBetween('mill', 'mill')).toBe(0);
  });
});
