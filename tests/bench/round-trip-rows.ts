import { randomUUID } from 'node:crypto';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { createClient, type TestResponse } from '#tests/support/http-client.ts';
import { LAST_ANSWER, OFFICE } from '#tests/support/onboarding/office.ts';
import type { Row } from './row.ts';

const tenant = 'counted';

/** Calls to AWS on behalf of one warm request, per route of the main job. */
export async function roundTripRows(cloud: LocalCloud): Promise<readonly Row[]> {
  const post = createClient(() => `${cloud.url}/api/v1/onboarding`);
  const as = async (user: string, role: string) => {
    const token = await cloud.token({ tenant, user, roles: [role] });
    return (path: string, body: unknown): Promise<TestResponse> =>
      post(`POST ${path}`, { token, body, idempotencyKey: randomUUID() });
  };
  const [manager, approver] = [await as('mia', 'member'), await as('ann', 'approver')];
  // The first round fills what the instances hold; the second is counted.
  await playRoutes(manager, approver, 'MFG100');
  const answers = await playRoutes(manager, approver, 'MFG200');
  return answers.map(([what, answer]) => rowOf(cloud, what, answer));
}

type Post = (path: string, body: unknown) => Promise<TestResponse>;

async function playRoutes(manager: Post, approver: Post, code: string) {
  const start = await manager('/conversation/start', { client_context: OFFICE });
  const resume = await manager('/conversation/start', { resume_existing: true });
  const session_id = start.body.conversation_id;
  const path = `/conversation/${session_id}/process`;
  const process = await manager(path, { user_input: LAST_ANSWER });
  const dry = await approver('/recommendations/approve', { session_id });
  const approve = await approver('/recommendations/approve', { session_id, dry_run: false });
  const customizations = { site: { code } };
  const deployment = { dry_run: false, customizations };
  const deploy = await approver('/templates/office_corporate/deploy', deployment);
  const quick = await manager('/quickstart/recommendations', { industry: 'hospital' });
  return [
    ['start', start],
    ['start that resumes', resume],
    ['process that drafts', process],
    ['approve, dry run', dry],
    ['approve that applies', approve],
    ['deploy that applies', deploy],
    ['quick start', quick],
  ] as const;
}

function rowOf(cloud: LocalCloud, what: string, { status, requestId }: TestResponse): Row {
  const calls = cloud.callsOf(requestId).map(({ operation }) => operation);
  const note = status < 300 ? calls.join(', ') : `answered ${status}`;
  return { what: `round trips, ${what}`, value: String(calls.length), note };
}
