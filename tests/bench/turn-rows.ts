import { randomUUID } from 'node:crypto';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { createClient } from '#tests/support/http-client.ts';
import { median, milliseconds, percentile, type Row, repeat } from './row.ts';

const tenant = 'turns';

/** What managers say: facts, a correction, a question, and what needs to be read twice. */
const MESSAGES = [
  'We run a warehuose, 40 poeple on site, open 6:00 to 22:00.',
  'Actually make it 45 people, not 40. And the site is called Dock 12 Distribution.',
  'why do you need to know that?',
  'sorry, hours are wrong too - we open at 5:30 and close at half past ten in the evening',
  'It is in Denver, and enhanced security is enough for us',
] as const;

const TURNS_PER_RUN = 200;
const WARM_UP_TURNS = 50;

/** Turns by rules, each as one person's browser sees it: from the request to its answer, over HTTP. */
export async function turnRows(cloud: LocalCloud): Promise<readonly Row[]> {
  await turnsMs(cloud, 'warm-up', WARM_UP_TURNS);
  const runs = await repeat((index) => turnsMs(cloud, `run-${index}`, TURNS_PER_RUN));
  const row = (share: number): string =>
    milliseconds(median(runs.map((times) => percentile(times, share))));
  const note = `${TURNS_PER_RUN} turns a run`;
  return [
    { what: 'rule turn over HTTP, P50', value: row(0.5), note },
    { what: 'rule turn over HTTP, P95', value: row(0.95), note: `${note}; goal: 150 ms` },
  ];
}

/** How long so many turns took, in conversations of people who have not spoken before. */
async function turnsMs(cloud: LocalCloud, run: string, turns: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let person = 0; times.length < turns; person += 1)
    times.push(...(await conversationMs(cloud, `${run}-${person}`)));
  return times;
}

async function conversationMs(cloud: LocalCloud, user: string): Promise<readonly number[]> {
  const request = createClient(() => `${cloud.url}/api/v1/onboarding`);
  const token = await cloud.token({ tenant, user, roles: ['member'] });
  const post = (path: string, body: unknown) =>
    request(`POST ${path}`, { token, body, idempotencyKey: randomUUID() });
  const started = await post('/conversation/start', {});
  const path = `/conversation/${started.body.conversation_id}/process`;
  const times: number[] = [];
  for (const user_input of MESSAGES) {
    const asked = performance.now();
    const { status, text } = await post(path, { user_input });
    times.push(performance.now() - asked);
    if (status !== 200) throw new Error(`A turn answered ${status}: ${text}`);
  }
  return times;
}
