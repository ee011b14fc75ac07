import { expect, it } from 'vitest';
import { visibleText } from '#shared/facility/values.ts';

const name = visibleText(20);

it.each(['Atrium', '  Atrium ', '🏥', 'مركز', 'A\u0000B'])(
  'takes text that can be seen: %j',
  (text) => {
    expect(name.parse(text)).toBe(text.trim());
  },
);

it.each(['', '  ', '\u0000', '\u200b\u200e', '\u00a0\u3000', 'x'.repeat(21)])(
  'refuses what cannot be seen, or is too long: %j',
  (text) => {
    expect(name.safeParse(text).success).toBe(false);
  },
);
