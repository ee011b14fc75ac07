import { describe, expect, it } from 'vitest';
import { english } from '#shared/conversation/messages.ts';
import { presentValue } from '#shared/conversation/present-value.ts';
import { presentQuestion } from '#shared/conversation/question.ts';
import { loadWording } from '#shared/conversation/wording.ts';
import { SLOT_NAMES } from '#shared/slots/initial-setup.ts';
import { blankSession } from '../../support/conversation.ts';

describe('the message catalogue', () => {
  it.each(SLOT_NAMES)('has a question, a help, a reason and a name for %s', (slot) => {
    const keys = [`slot.${slot}`, `question.${slot}`, `help.${slot}`, `why.${slot}`];
    expect(keys.filter((key) => !english.has(key))).toEqual([]);
  });

  it.each(['tlh', 'en-GB', '__proto__'])(
    'speaks English where %s has no catalogue',
    async (language) => {
      expect(await loadWording(language)).toBe(english);
    },
  );

  it('asks the same question under the same id in every language', () => {
    const pending = { slot: 'site_type', kind: 'fill' } as const;
    const ids = ['en', 'fr', 'xx'].map(
      (language) => presentQuestion(english, blankSession(language), pending).id,
    );
    expect(new Set(ids)).toEqual(new Set(['initial_setup.site_type']));
  });

  it('shows what a person typed as text, not as a message', () => {
    expect(presentValue(english, 'site_name', '{evil, select, other {x}} <b>')).toBe(
      '{evil, select, other {x}} <b>',
    );
    expect(english.say('reply.fact', { slot: 's', value: '{0}<b>' })).toBe('s: {0}<b>');
  });
});
