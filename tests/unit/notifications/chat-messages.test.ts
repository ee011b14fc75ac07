import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMessage, type Message } from '#shared/notifications/compose-message.ts';
import { discordMessage } from '#shared/notifications/discord-message.ts';
import { slackMessage } from '#shared/notifications/slack-message.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '<!channel> <@U123> <https://evil.example|click>',
    '@everyone @here <@&1> [click](https://evil.example) **bold** ||spoiler||',
    '&lt;!channel&gt;',
    '𝕏'.repeat(5000),
    'ا'.repeat(50_000),
    '',
    ' \n ',
  ),
);

const anyMessage: fc.Arbitrary<Message> = fc.record({
  subject: hostile,
  heading: hostile,
  paragraphs: fc.array(hostile, { maxLength: 3 }),
  lines: fc.array(hostile, { maxLength: 30 }),
  decide: fc.constant(undefined),
  link: fc.option(
    fc.record({
      label: hostile,
      url: hostile.map(
        (text) => `https://console.example/${encodeURIComponent(text.toWellFormed())}`,
      ),
    }),
    { nil: undefined },
  ),
});

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : [];
};

describe('a Slack message', () => {
  it('is within the limits, and all its blocks are plain text, whatever it says', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { text, blocks } = slackMessage(message);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(50_000);
        expect(textsIn(blocks).join('').length).toBeLessThanOrEqual(12_000);
        expect(textsIn(blocks)).not.toContain('');
        expect(textsIn(blocks)).not.toContain('mrkdwn');
        expect(text).not.toMatch(/[<>]/);
      }),
    );
  });

  it('keeps each text within its own limit', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const [header, ...rest] = slackMessage(message).blocks;
        expect(textsIn(header).every((text) => text.length <= 150)).toBe(true);
        expect(textsIn(rest).every((text) => text.length <= 3000 && text.isWellFormed())).toBe(
          true,
        );
      }),
    );
  });
});

describe('a Discord message', () => {
  it('is within the limits and mentions nobody, whatever it says', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { embeds, allowed_mentions } = discordMessage(message);
        expect(allowed_mentions).toEqual({ parse: [] });
        const [embed] = embeds;
        expect(embed?.title.length).toBeLessThanOrEqual(256);
        expect(embed?.description.length).toBeLessThanOrEqual(4096);
      }),
    );
  });

  it('shows markup as it was written', () => {
    const message = {
      subject: '',
      heading: '[click](https://evil.example)',
      paragraphs: ['@everyone **now**'],
      lines: [],
      link: undefined,
      decide: undefined,
    };
    const [embed] = discordMessage(message).embeds;
    expect(embed?.title).toBe('\\[click\\]\\(https:\u200b//evil.example\\)');
    expect(embed?.description).toBe('\\@everyone \\*\\*now\\*\\*');
  });
});

describe('both', () => {
  it('say what happened and where to look', () => {
    const data = { ticket: 'ESC-1', reason: 'Help', urgency: 'high', session_id: 's-1' };
    const payload = JSON.stringify({ type: 'session.escalated', timestamp: '', data });
    const message = composeMessage(payload, 'https://console.example');
    expect(JSON.stringify(slackMessage(message))).toContain('Reason: Help');
    expect(JSON.stringify(slackMessage(message))).toContain('"url":"https://console.example/conv');
    expect(discordMessage(message).embeds[0]).toMatchObject({
      title: 'A conversation was escalated',
      description: 'Urgency: high. Ticket: ESC\\-1.\n\nReason: Help',
      url: 'https://console.example/conversations/s-1',
    });
  });
});
