import { expect, it } from 'vitest';
import * as z from 'zod';
import { DecisionLinks } from '#shared/approvals/decision-link.ts';
import { decisionUrls } from '#shared/notifications/decision-urls.ts';
import { plannedDelivery } from '#shared/notifications/plan-deliveries.ts';
import { renderMail } from '#shared/notifications/render-mail.ts';
import { eventExample } from '#tests/support/event-contracts.ts';
import { acme, anEvent } from '#tests/support/notifications/delivery-world.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const CONSOLE = 'https://console.example';
const clock = new VirtualClock();
const links = new DecisionLinks({ read: async () => 'key' }, clock);
const example = z.object({ detail: z.object({ data: z.record(z.string(), z.unknown()) }) });

function mailTo(userId: string | undefined, type = 'approval.requested') {
  const { data } = example.parse(eventExample(`${type.replace('.', '-')}.v1`, 'good')).detail;
  const receiver = { endpointId: null, channel: 'email' as const, recipient: 'ana@acme.example' };
  const notice = { ...anEvent(), type, data };
  return plannedDelivery(notice, userId ? { ...receiver, userId } : receiver, clock.now());
}

it('an approver gets a link for each decision, good for this person and revision', async () => {
  const delivery = mailTo('u-ana');
  const urls = await decisionUrls(links, CONSOLE, acme, delivery);
  if (!urls) throw new Error('The mail asks for a decision');
  for (const decision of ['approve', 'reject'] as const) {
    const [, token = ''] = urls[decision].split(`${CONSOLE}/api/v1/onboarding/decisions/`);
    expect(await links.open(token)).toMatchObject({ tenant: acme, userId: 'u-ana', decision });
  }
  const { text, html } = renderMail(delivery.payload, CONSOLE, urls);
  expect(text).toContain(`Approve: ${urls.approve}`);
  expect(html).toContain(`<a href="${urls.reject}">Reject</a>`);
  expect(delivery.payload).not.toContain('decisions/');
});

it('an address that is no person of the tenant gets none', async () => {
  expect(await decisionUrls(links, CONSOLE, acme, mailTo(undefined))).toBeUndefined();
});

it('a mail that asks for nothing has none', async () => {
  const told = mailTo('u-ana', 'approval.rejected');
  expect(await decisionUrls(links, CONSOLE, acme, told)).toBeUndefined();
});
