import * as z from 'zod';
import { ApiClient } from './api-client.ts';
import { eventually } from './eventually.ts';
import { type Say, shapes } from './narration.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

/** Everybody of the demo's company, signed in. */
export interface Company {
  readonly url: string;
  readonly name: string;
  readonly manager: ApiClient;
  readonly approvers: readonly ApiClient[];
  readonly admin: ApiClient;
}

export async function foundCompany(url: string, name: string): Promise<Company> {
  const signIn = (user: string, ...roles: string[]) => ApiClient.signIn(url, name, { user, roles });
  const admin = await signIn('ada', 'admin');
  const approvers = await Promise.all([signIn('ann', 'approver'), signIn('bob', 'approver')]);
  const third = await signIn('cid', 'approver');
  return {
    url,
    name,
    admin,
    approvers: [...approvers, third],
    manager: await signIn('mia', 'member'),
  };
}

/** Lets the receiver hear everything that happens. @throws when the system may not call this machine */
export async function subscribe(company: Company, receiver: WebhookReceiver): Promise<void> {
  const body = { channel: 'webhook', url: receiver.url, events: ['*'] };
  const { secret } = await company.admin.post('/notifications/endpoints', body, shapes.endpoint);
  receiver.trust(secret);
}

/** Puts a document into the tenant's knowledge and waits until it can be found. */
export async function upload(company: Company, file: string, content: string, say: Say) {
  const body = {
    title: file,
    file_name: file,
    content_type: 'text/markdown',
    authority: 'official',
  };
  const created = await company.admin.post('/knowledge/documents', body, shapes.upload);
  const { method, url, headers } = created.upload;
  const response = await fetch(url, { method, headers, body: content });
  if (!response.ok) throw new Error(`The upload answered ${response.status}`);
  const path = `/knowledge/documents/${created.document_id}`;
  const ready = await eventually(`${file} becoming ready`, async () => {
    const document = await company.admin.get(path, shapes.document);
    if (document.state === 'failed') throw new Error(`${file} failed: ${document.error}`);
    return document.state === 'ready' ? document : undefined;
  });
  say(`document    ${file}: ${ready.chunk_count} chunks, ready`);
}

/** Plays the messages of a conversation; returns the draft it ends in. */
export async function talk(company: Company, messages: readonly string[], say: Say) {
  const start = { language: 'en', type: 'initial_setup', initial_input: messages[0] };
  let turn = await company.manager.post('/conversation/start', start, shapes.turn);
  say(`\nmanager     ${messages[0]}\nsystem      ${turn.reply}`);
  const cited = [];
  for (const message of messages.slice(1)) {
    const path = `/conversation/${turn.conversation_id}/process`;
    turn = await company.manager.post(path, { user_input: message, turn: turn.turn }, shapes.turn);
    say(`\nmanager     ${message}\nsystem      ${turn.reply}`);
    for (const { heading_path, quote } of turn.citations)
      say(`            cited: ${heading_path.join(' > ')}: "${quote}"`);
    cited.push(...turn.citations);
  }
  if (turn.state !== 'awaiting_approval')
    throw new Error(`The conversation ended in ${turn.state}, without a draft`);
  if (cited.length === 0) throw new Error('No document was cited');
  return turn;
}

/** The approvers agree, one after the other, until the changeset is applied. */
export async function agree(company: Company, changesetId: string, say: Say): Promise<void> {
  for (const approver of company.approvers) {
    const path = `/approvals/${changesetId}~1/decide`;
    const { changeset_status, approval_status } = await approver.post(
      path,
      { decision: 'approve' },
      shapes.decided,
    );
    const { approved, required } = approval_status;
    say(`approval    ${approved} of ${required}: ${changeset_status}`);
    if (changeset_status === 'applied') return;
  }
  throw new Error('Everybody agreed, but the changeset is not applied');
}

/** What is configured now, by kind. @throws when there is nothing */
export async function showResources(company: Company, say: Say): Promise<void> {
  for (const kind of ['site', 'shift', 'staff_role', 'security_policy']) {
    const { items } = await company.manager.get(`/resources?kind=${kind}`, shapes.resources);
    if (items.length === 0) throw new Error(`No ${kind} is applied`);
    say(`applied     ${kind}: ${items.map(({ entity_id }) => entity_id).join(', ')}`);
  }
}

/** The event has reached the webhook, signed; a mail has reached the approvers. */
export async function showNotifications(
  company: Company,
  receiver: WebhookReceiver,
  expectMail: boolean,
  say: Say,
): Promise<void> {
  const event = await eventually('a verified changeset.applied webhook', () =>
    receiver.verified.find(({ type }) => type === 'changeset.applied'),
  );
  if (receiver.refused.length > 0) throw new Error(`Refused webhooks: ${receiver.refused}`);
  say(`webhook     ${event.type}, signature verified (${receiver.verified.length} events in all)`);
  if (!expectMail) return;
  const { mail_url } = await (await fetch(`${company.url}/local/endpoints`))
    .json()
    .then((body) => z.object({ mail_url: z.url() }).parse(body));
  const mail = await eventually('a mail to an approver', async () => {
    const { emails } = shapes.mails.parse(await (await fetch(new URL('/store', mail_url))).json());
    return emails.find(({ destination }) =>
      destination.to.some((to) => to.includes(`bob@${company.name}.`)),
    );
  });
  say(`mail        to ${mail.destination.to}: ${mail.subject}`);
}
