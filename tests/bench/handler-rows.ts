import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '#infra/bundle.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { type ApiCall, eventOf } from '#tests/support/http/call-api.ts';
import { createClient } from '#tests/support/http-client.ts';
import { buildRecipe } from './build-recipe.ts';
import { median, milliseconds, type Row, repeat } from './row.ts';
import { type HandlerRun, runHandler } from './run-handler.ts';

const WARM_CALLS = 300;
const tenant = 'bench';

/** Our handlers against the plain recipe: from nothing to the first answer, and warm, per call. */
export async function handlerRows(cloud: LocalCloud): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onboarding-recipe-'));
  try {
    return await rowsOf(await runsOf(cloud, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Runs = Readonly<Record<'recipe' | 'status' | 'start', (index: number) => HandlerRun>>;

async function rowsOf({ recipe, status, start }: Runs): Promise<readonly Row[]> {
  const startUp = async (run: Runs['start']) =>
    median((await repeat((index) => runHandler(run(index)))).map(({ startUpMs }) => startUpMs));
  const warm = async (run: Runs['start']) =>
    median(
      (await repeat((index) => runHandler({ ...run(index), calls: WARM_CALLS }))).map((result) =>
        median(result.warm),
      ),
    );
  const [plain, ours, starting] = [
    await startUp(recipe),
    await startUp(status),
    await startUp(start),
  ];
  const [call, chain] = [await warm(recipe), await warm(status)];
  const against = `the plain recipe: ${milliseconds(plain)}`;
  return [
    { what: 'start-up, plain recipe (one GetItem)', value: milliseconds(plain) },
    { what: 'start-up, conversation status', value: milliseconds(ours), note: against },
    { what: 'start-up, conversation/start', value: milliseconds(starting), note: against },
    { what: 'warm, plain recipe (one SDK call)', value: milliseconds(call) },
    { what: 'warm, conversation status (one SDK call)', value: milliseconds(chain) },
    { what: 'warm, the chain without its SDK call', value: milliseconds(chain - call) },
  ];
}

async function runsOf(cloud: LocalCloud, folder: string): Promise<Runs> {
  const bundles = await bundleFunctions(FUNCTIONS);
  const file = (name: string) => join(bundles.folderOf(name), 'index.js');
  const recipe = await buildRecipe(folder);
  const variables = variablesOf(cloud);
  const id = await aConversation(cloud, 'bea');
  // Whoever starts signs in first, as everywhere; then the start is all there is to do.
  await repeat((index) => signIn(cloud, `starter-${index}`));
  const key = { PK: `TENANT#${tenant}#SESSION#${id}`, SK: 'STATE' };
  const path = { conversation_id: id };
  const run = (bundle: string, call: ApiCall): HandlerRun => ({
    file: file(bundle),
    event: eventOf({ ...call, tenant, claims: claimsOf(call.user ?? '') }),
    variables,
  });
  return {
    recipe: () => ({ file: recipe, event: { key }, variables }),
    status: () =>
      run('http/conversation-queries', {
        route: 'GET /conversation/{conversation_id}/status',
        path,
        user: 'bea',
      }),
    start: (index) =>
      run('http/start', {
        route: 'POST /conversation/start',
        body: {},
        idempotencyKey: `bench-${index}`,
        user: `starter-${index}`,
      }),
  };
}

const claimsOf = (user: string) => ({
  'custom:tenant_id': tenant,
  sub: user,
  email: `${user}@${tenant}.example`,
  'cognito:groups': '[member]',
});

const signIn = (cloud: LocalCloud, user: string): Promise<string> =>
  cloud.token({ tenant, user, email: `${user}@${tenant}.example`, roles: ['member'] });

async function aConversation(cloud: LocalCloud, user: string): Promise<string> {
  const request = createClient(() => `${cloud.url}/api/v1/onboarding`);
  const token = await signIn(cloud, user);
  const options = { token, body: {}, idempotencyKey: 'bench' };
  return (await request('POST /conversation/start', options)).body.conversation_id;
}

/** What a function's environment holds on this cloud, as far as these two read it. */
const variablesOf = ({ endpoints }: LocalCloud): Record<string, string> => ({
  AWS_REGION: endpoints.region,
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  TABLE_NAME: endpoints.table,
  BUCKET_NAME: endpoints.bucket,
  SIGNING_SECRET_ARN: 'not-read-by-these-routes',
  PROVIDER_KEYS_ARN: 'not-read-by-these-routes',
  ENVIRONMENT: 'bench',
});
