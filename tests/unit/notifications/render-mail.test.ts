import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventTypeOf } from '#events/contract.ts';
import { notifiedEvents } from '#functions/queue/notifier/contract.ts';
import { renderMail } from '#shared/notifications/render-mail.ts';
import { eventExample } from '#tests/support/event-contracts.ts';

const CONSOLE = 'https://console.example';
const example = z.object({ detail: z.object({ data: z.record(z.string(), z.unknown()) }) });

const mailAbout = (type: string, data: unknown) =>
  renderMail(JSON.stringify({ type, timestamp: '2026-01-05T08:30:00.000Z', data }), CONSOLE);

const exampleOf = (file: string) => example.parse(eventExample(file, 'good')).detail.data;

describe('a mail', () => {
  it.each(notifiedEvents.map(({ name }) => name))('about %s says what its event says', (name) => {
    const data = exampleOf(name.replaceAll(/[._](?!v\d)/g, '-'));
    const { subject, text, html } = mailAbout(eventTypeOf(name), data);
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/[{}]|undefined|\[object/);
      expect(part.length).toBeGreaterThan(0);
    }
  });

  it('asks approvers with the facts they need and a link to decide', () => {
    const { subject, text, html } = mailAbout(
      'approval.requested',
      exampleOf('approval-requested.v1'),
    );
    expect(subject).toBe('Please decide: Main Office: 1 site, 2 shifts');
    expect(text).toContain('4 changes, risk 0.42. One approval is needed.');
    expect(text).toContain('- Create shift Day');
    expect(text).toContain('Open the approval: https://console.example/approvals/cs-0198f2a0');
    expect(html).toContain('<a href="https://console.example/approvals/cs-0198f2a0">');
  });

  it('tells admins of a budget in money, not in millionths', () => {
    const { subject, text } = mailAbout(
      'budget.threshold_reached',
      exampleOf('budget-threshold-reached.v1'),
    );
    expect(subject).toBe('80% of the budget is used');
    expect(text).toContain('OpenAI, 2026-01-05: 8.01 of 10.00 US dollars are spent or set aside.');
  });

  it('shows markup of users as text', () => {
    const data = { ...exampleOf('approval-rejected.v1'), reason: '<img src=x onerror="a()">&{x}' };
    const { html, text } = mailAbout('approval.rejected', data);
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;{x}');
    expect(html).not.toContain('<img');
    expect(text).toContain('<img src=x onerror="a()">&{x}');
  });

  it('keeps its subject on one line, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
        const title = `${noise}\r\nBcc: everybody@evil.example\u2028\u202e`;
        const data = { ...exampleOf('approval-requested.v1'), title };
        const { subject } = mailAbout('approval.requested', data);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u);
        expect(subject.length).toBeLessThanOrEqual(150);
      }),
    );
  });

  it('leads nowhere but to the console, whatever the ids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (changeset_id) => {
        const data = { ...exampleOf('approval-rejected.v1'), changeset_id };
        const { html } = mailAbout('approval.rejected', data);
        const [, href = ''] = /<a href="([^"]*)"/.exec(html) ?? [];
        expect(new URL(href).origin).toBe(CONSOLE);
      }),
    );
  });

  it('about an event without a template of its own lists its facts', () => {
    const { subject, text } = mailAbout('document.ready', exampleOf('document-ready.v1'));
    expect(subject).toBe('Onboarding: document.ready');
    expect(text).toContain('- chunk count: 12');
  });
});
