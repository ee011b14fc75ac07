import { describe, expect, it } from 'vitest';
import { isMessageKey, say } from '#shared/conversation/messages.ts';
import { presentValue } from '#shared/conversation/present-value.ts';
import { presentQuestion } from '#shared/conversation/question.ts';
import { INITIAL_SETUP_ORDER } from '#shared/slots/initial-setup.ts';
import { blankSession } from '../../support/conversation.ts';

describe('the message catalogue', () => {
  it.each(INITIAL_SETUP_ORDER)('has a question, a help, a reason and a name for %s', (slot) => {
    const keys = [`slot.${slot}`, `question.${slot}`, `help.${slot}`, `why.${slot}`];
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('speaks English where a language has no catalogue', () => {
    expect(say('tlh', 'reply.restart')).toBe(say('en', 'reply.restart'));
    expect(say('en-GB', 'reply.restart')).toBe(say('en', 'reply.restart'));
  });

  it('asks the same question under the same id in every language', () => {
    const pending = { slot: 'site_type', kind: 'fill' } as const;
    const ids = ['en', 'fr', 'xx'].map(
      (language) => presentQuestion(blankSession(language), pending).id,
    );
    expect(new Set(ids)).toEqual(new Set(['initial_setup.site_type']));
  });

  it('shows what a person typed as text, not as a message', () => {
    expect(presentValue('en', 'site_name', '{evil, select, other {x}} <b>')).toBe(
      '{evil, select, other {x}} <b>',
    );
    expect(say('en', 'reply.fact', { slot: 's', value: '{0}<b>' })).toBe('s: {0}<b>');
  });
});
