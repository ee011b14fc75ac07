import { expect, it } from 'vitest';
import { apiRoutes } from '#infra/openapi/api-files.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { crashAt, playUncrashed } from '#tests/support/onboarding/crash-matrix.ts';
import { approvalCases } from './approval-cases.ts';
import { conversationCases } from './conversation-cases.ts';
import { tenantCases } from './tenant-cases.ts';

const cloud = useLocalCloud();
const CASES = [...conversationCases(cloud), ...approvalCases(cloud), ...tenantCases(cloud)];
/** Every call of a function, twice: quick on an idle machine, slow on a busy one. */
const MATRIX = { timeout: 240_000 };

/** Writes that are not killed here, and why that is no gap. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'POST /notifications/endpoints/{endpoint_id}/test':
    'its effect is a delivery, and messages.test.ts kills all that a delivery goes through',
  'POST /notifications/deliveries/{delivery_id}/replay':
    'its effect is a delivery, and messages.test.ts kills all that a delivery goes through',
  'POST /knowledge/documents/{document_id}/review':
    'one transaction like the removal; ingestion-crashes.test.ts kills what makes it visible',
  'PUT /knowledge/documents/{document_id}/labels':
    'one transaction like the removal; ingestion-crashes.test.ts kills what makes it visible',
  'POST /knowledge/documents/{document_id}/restore':
    'one transaction like the removal; ingestion-crashes.test.ts kills what makes it visible',
  'POST /changesets/preview': 'writes nothing',
  'POST /quickstart/recommendations': 'writes nothing',
};

it('every route that writes is killed here, or it is said why not', () => {
  const writes = apiRoutes()
    .filter(({ method, idempotency }) => method !== 'GET' && idempotency !== 'none')
    .map(({ method, path }) => `${method} ${path}`);
  const known = [...new Set([...CASES.map(({ route }) => route), ...Object.keys(ELSEWHERE)])];
  expect(writes.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !writes.includes(route))).toEqual([]);
});

it.each(CASES)(
  '$in, killed before or after any SDK call of $what, leaves nothing or everything, and the same request ends it once',
  MATRIX,
  async ({ in: functionName, what, prepare, points: least = 4 }) => {
    const name = what.replaceAll(/[^a-z]+/g, '-');
    const expected = await playUncrashed(cloud, `${name}-uncrashed`, prepare);
    let points = 0;
    for (const when of ['before', 'after'] as const) {
      let nth = 1;
      const tenant = () => `${name}-${when}-${nth}`;
      while (await crashAt(cloud, functionName, { nth, when }, tenant(), prepare, expected)) nth++;
      points += nth - 1;
    }
    expect(points).toBeGreaterThanOrEqual(least);
  },
);
