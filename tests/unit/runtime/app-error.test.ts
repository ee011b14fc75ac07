import { describe, expect, it } from 'vitest';
import { NotFoundError } from '#shared/runtime/app-error.ts';

describe('an error of the product', () => {
  it('is named by its code, which minification leaves alone', () => {
    class Mangled extends NotFoundError {}
    const error = new Mangled('There is no such thing');
    expect(error.name).toBe('not_found');
    expect(String(error)).toBe('not_found: There is no such thing');
  });
});
