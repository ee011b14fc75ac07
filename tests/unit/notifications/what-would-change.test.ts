import { describe, expect, it } from 'vitest';
import { composeMessage } from '#shared/notifications/compose-message.ts';
import { renderMail } from '#shared/notifications/render-mail.ts';
import { slackMessage } from '#shared/notifications/slack-message.ts';

const CONSOLE = 'https://console.example';
const LINE = 'update site:OFF001 – name: Main Office → <b>www.evil.example</b>';
const noticeOf = (type: string, summary: readonly string[], changes: number) =>
  JSON.stringify({
    type,
    timestamp: '2026-01-05T08:30:00.000Z',
    data: {
      changeset_id: 'cs-1',
      title: 'Office',
      requester: { user_id: 'ana', email: 'ana@acme.example' },
      risk_score: 0.4,
      changes,
      required_approvals: 1,
      still_required: 1,
      expires_at: '2026-01-08T09:00:00.000Z',
      summary,
    },
  });

describe('a mail to whoever decides', () => {
  it.each(['approval.requested', 'approval.reminded'])(
    'shows in %s what would change, as text that leads nowhere, and how much more there is',
    (type) => {
      const { text, html } = renderMail(noticeOf(type, [LINE], 31), CONSOLE);
      expect(text).toContain('- update site:OFF001 – name: Main Office →');
      expect(text).toContain('- and 30 more changes, which the console shows');
      expect(html).toContain('&lt;b&gt;www.');
      for (const part of [text, html]) expect(part).not.toContain('evil.example');
    },
  );

  it('says nothing of more where everything is said', () => {
    expect(renderMail(noticeOf('approval.requested', [LINE], 1), CONSOLE).text).not.toContain(
      ' more ',
    );
  });
});

it('a message in a chat keeps its last line, which says what is left out', () => {
  const lines = Array.from({ length: 20 }, (_, n) => `${n} ${'x'.repeat(290)}`);
  const message = slackMessage(composeMessage(noticeOf('approval.requested', lines, 50), CONSOLE));
  expect(JSON.stringify(message)).toContain('and 30 more changes, which the console shows');
});
