import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UnexpectedAnswerError } from './api-client.ts';
import { type Say, shapes } from './narration.ts';
import { startOwnSystem } from './own-system.ts';
import {
  agree,
  type Company,
  foundCompany,
  showNotifications,
  showResources,
  subscribe,
  talk,
  upload,
} from './story.ts';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    template: { type: 'string' },
    conversation: { type: 'string', default: pathOf('hospital.txt') },
  },
});

const say: Say = (line) => console.log(line);
const receiver = await startWebhookReceiver();
const stage = await prepare(options.url);
try {
  if (options.template) await deploy(stage.company, options.template);
  else await onboard(stage.company, options.conversation);
  say('\nDone: talked, decided, applied, told.');
} finally {
  await receiver.stop();
  await stage.stop();
}

/** Plays a conversation to its applied configuration. */
async function onboard(company: Company, file: string): Promise<void> {
  const handbook = 'site-security-handbook.md';
  await upload(company, handbook, await readFile(pathOf(handbook), 'utf8'), say);
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  const messages = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const { conversation_id, consensus_confidence } = await talk(company, messages, say);
  say(`\ndraft       confidence ${consensus_confidence}`);
  const [first] = company.approvers;
  if (!first) throw new Error('The demo has no approver');
  const request = { session_id: conversation_id };
  const preview = await first.post('/recommendations/approve', request, shapes.preview);
  const { changes, risk, policy } = preview;
  say(`dry run     ${changes.length} changes, risk ${risk.score}, policy ${policy.name}`);
  const approved = await first.post(
    '/recommendations/approve',
    { ...request, dry_run: false },
    shapes.approved,
  );
  say(`approval    1 of ${policy.required_approvals}: ${approved.status}`);
  const others = { ...company, approvers: company.approvers.slice(1) };
  if (approved.status !== 'applied') await agree(others, approved.changeset_id, say);
  await showResources(company, say);
  await showNotifications(company, receiver, true, say);
}

/** Deploys an industry template to its applied configuration. */
async function deploy(company: Company, templateId: string): Promise<void> {
  const [requester, ...others] = company.approvers;
  if (!requester) throw new Error('The demo has no approver');
  const path = `/templates/${templateId}/deploy`;
  const dry = await requester.post(path, { dry_run: true }, shapes.deployed);
  say(`dry run     ${dry.message} Risk ${dry.preview?.risk.score}.`);
  const real = await requester.post(path, { dry_run: false }, shapes.deployed);
  say(`deploy      ${real.message}`);
  const info = real.changeset_info;
  if (info && info.status !== 'applied')
    await agree({ ...company, approvers: others }, info.changeset_id, say);
  await showResources(company, say);
  await showNotifications(company, receiver, info?.status !== 'applied', say);
}

interface Stage {
  readonly company: Company;
  stop(): Promise<void>;
}

/** The running system where there is one that may call the demo's receiver, else one of its own. */
async function prepare(url: string): Promise<Stage> {
  const company = await companyAt(url, receiver);
  if (company) return { company, stop: async () => {} };
  const system = await startOwnSystem();
  say(`started     a system of the demo's own at ${system.url}`);
  const own = await companyAt(system.url, receiver);
  if (!own) throw new Error('The demo cannot reach its own system');
  return { company: own, stop: system.stop };
}

async function companyAt(url: string, hook: WebhookReceiver): Promise<Company | undefined> {
  try {
    const company = await foundCompany(url, `demo-${Date.now().toString(36)}`);
    await subscribe(company, hook);
    return company;
  } catch (error) {
    if (error instanceof UnexpectedAnswerError && error.problem.code === 'egress_refused') {
      say(`The system at ${url} may not call this machine (EGRESS_ALLOW_CIDRS).`);
      return undefined;
    }
    if (error instanceof TypeError) return undefined; // fetch failed: nothing runs there
    throw error;
  }
}

function pathOf(file: string): string {
  return new URL(file, import.meta.url).pathname;
}
