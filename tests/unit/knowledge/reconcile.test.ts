import { describe, expect, test } from 'vitest';
import { putDocument } from '#shared/knowledge/documents/document-store.ts';
import { NO_LABELS, newDocument } from '#shared/knowledge/documents/new-document.ts';
import { inTurn, reconcileRound } from '#shared/knowledge/reconcile/reconcile-round.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { refOf } from '#shared/vectors/databases/placement.ts';
import type { VersionRef } from '#shared/vectors/databases/vector-database.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';
import { listingOf } from '#tests/support/knowledge/in-memory-listing.ts';
import { handbook } from '#tests/support/knowledge/long-text.ts';
import { InMemoryDatabase } from '#tests/support/vectors/in-memory-database.ts';

const NOTHING = {
  missing: 0,
  orphans: 0,
  stranded: 0,
  repairs: 0,
  ignored: 0,
  oldestSeconds: 0,
};
const OLD = 600;

async function withRules() {
  const archive = new Archive();
  await archive.drop('rules', 'The portcullis closes at ten.');
  archive.clock.passSeconds(OLD);
  return archive;
}

describe('the reconciler', () => {
  test('finds nothing to do where search shows what the bucket holds', async () => {
    const archive = await withRules();
    await archive.drop('gone', 'The moat is deep.');
    archive.objects.remove(archive.keyOf('gone'));
    await archive.follow(archive.keyOf('gone'));
    await archive.drop('bad', 'a\0b');
    archive.clock.passSeconds(OLD);
    expect(await archive.reconcile()).toEqual(NOTHING);
  });

  test('has a file read whose event was lost, and says for how long search lacked it', async () => {
    const archive = new Archive();
    archive.objects.drop(archive.keyOf('rules'), 'The portcullis closes at ten.');
    expect(await archive.reconcile()).toEqual(NOTHING);
    archive.clock.passSeconds(OLD);
    expect(await archive.reconcile()).toMatchObject({ missing: 1, repairs: 1 });
    expect(await archive.found('portcullis')).toEqual(['rules']);
    expect(await archive.reconcile()).toEqual(NOTHING);
  });

  test('has a new version read whose event was lost', async () => {
    const archive = await withRules();
    archive.objects.drop(archive.keyOf('rules'), 'The drawbridge closes at nine.');
    archive.clock.passSeconds(OLD);
    expect(await archive.reconcile()).toMatchObject({ missing: 1, oldestSeconds: OLD });
    expect(await archive.found('portcullis')).toEqual([]);
    expect(await archive.found('drawbridge')).toEqual(['rules']);
  });

  test('has a document forgotten whose file is gone', async () => {
    const archive = await withRules();
    archive.objects.remove(archive.keyOf('rules'));
    expect(await archive.reconcile()).toMatchObject({ missing: 0, orphans: 1, repairs: 1 });
    expect(await archive.found('portcullis')).toEqual([]);
    expect(await archive.document('rules')).toMatchObject({ state: 'deleted' });
  });

  test('takes up work that nobody finished', async () => {
    const archive = new Archive({ sizes: { unit: 2, atOnce: 2 } });
    await archive.drop('rules', handbook(6));
    archive.sent.length = 0;
    archive.clock.passSeconds(OLD + 1);
    expect(await archive.reconcile()).toMatchObject({ missing: 1, repairs: 1 });
    expect(await archive.found('cleaned')).toEqual(['rules']);
  });

  test('takes out of search what no manifest speaks of, and puts in what one does', async () => {
    const archive = await withRules();
    const rules = await archive.document('rules');
    const stored = rules?.stored;
    if (!stored) throw new TypeError('rules was not stored');
    const facts = { title: 'Ghost', attributes: {} };
    const ghost = archive.shelf.publish({ ...stored, document_id: 'ghost' }, facts);
    await archive.table.transact(archive.tenant, archive.shelf.withdraw('rules'));
    await archive.table.transact(archive.tenant, ghost);
    expect(await archive.found('portcullis')).toEqual(['ghost']);
    expect(await archive.reconcile()).toMatchObject({ repairs: 2 });
    expect(await archive.found('portcullis')).toEqual(['rules']);
    archive.clock.passSeconds(OLD);
    expect(await archive.reconcile()).toEqual(NOTHING);
  });

  test('has a document indexed again whose segment is lost, without news of it', async () => {
    const archive = await withRules();
    archive.segments.objects.clear();
    expect(await archive.reconcile()).toMatchObject({ repairs: 1 });
    expect(await archive.found('portcullis')).toEqual(['rules']);
    expect(archive.events).toEqual(['document.ready.v1']);
  });

  test('frees segments and versions that no document needs, and none that one does', async () => {
    const archive = await withRules();
    await archive.drop('rules', 'The drawbridge closes at nine.');
    const kept = [...archive.versions.objects.keys()];
    const orphans = [
      'tenants/acme/shelf/rules/9-0123456789abcdef.segment',
      'tenants/acme/versions/rules/9-0123456789abcdef/0.part',
      'tenants/acme/versions/nobody/1-0123456789abcdef/units/0',
    ];
    for (const key of orphans) archive.versions.objects.set(key, new Uint8Array(1));
    archive.clock.passSeconds(OLD);
    expect(await archive.reconcile()).toMatchObject({ orphans: 3 });
    expect([...archive.versions.objects.keys()].sort()).toEqual(kept.sort());
    expect(await archive.found('drawbridge')).toEqual(['rules']);
  });
});

test('what was indexed before the policy said to mask is indexed again, without news or a new review', async () => {
  const archive = new Archive();
  await archive.drop('rules', 'Ask ana.silva@example.com for the portcullis.');
  expect(await archive.reconcile()).toEqual(NOTHING);
  archive.piiPolicy = 'mask';
  archive.reviewRule = 'required';
  expect(await archive.reconcile()).toMatchObject({ repairs: 1, stranded: 0 });
  expect(await archive.document('rules')).toMatchObject({
    state: 'ready',
    findings: { pii_policy: 'mask' },
  });
  expect(await archive.found('silva')).toEqual([]);
  expect(await archive.found('portcullis')).toEqual(['rules']);
  expect(archive.events).toEqual(['document.ready.v1']);
  expect(await archive.reconcile()).toEqual(NOTHING);
});

test('files that lie where no document can be are counted, and left alone', async () => {
  const archive = await withRules();
  archive.objects.drop('tenants/acme/knowledge/loose.md', 'Nobody reads this.');
  archive.objects.drop('tenants/acme/knowledge/not an id/rules.md', 'Nor this.');
  archive.objects.drop('tenants/acme/knowledge/folder/', '');
  archive.clock.passSeconds(OLD);
  expect(await archive.reconcile()).toEqual({ ...NOTHING, ignored: 2 });
});

test('vectors in a database that no document has are removed, and no others', async () => {
  const archive = await withRules();
  const database = new InMemoryDatabase();
  const stored = (await archive.document('rules'))?.stored;
  if (!stored) throw new TypeError('rules was not stored');
  const rows = [{ ordinal: 0, vector: Float32Array.of(1, 0) }];
  const keep = (version: VersionRef) =>
    database.upsert(archive.tenant, { ...version, spaceId: 'cloud', rows });
  await keep(refOf(stored));
  await keep({ ...refOf(stored), content: 'abandoned' });
  await keep({ document_id: 'nobody', version: 1, content: 'x' });
  await archive.table.transact(archive.tenant, [
    putDocument({ ...newDocument(BASICS, archive.clock.now()), state: 'embedding' }, undefined),
  ]);
  await keep({ document_id: 'atwork', version: 1, content: 'y' });
  expect(await archive.reconcile({ databases: async () => [database] })).toMatchObject({
    orphans: 2,
  });
  const left: string[] = [];
  for await (const { document_id, content } of database.versions(archive.tenant))
    left.push(`${document_id} ${content}`);
  expect(left).toEqual([`rules ${refOf(stored).content}`, 'atwork y']);
});

const BASICS = {
  document_id: 'atwork',
  title: 'At work',
  file_name: 'a.md',
  content_type: null,
  object_key: 'tenants/acme/knowledge/atwork/a.md',
  labels: NO_LABELS,
  created_by: null,
};

describe('a run', () => {
  const tenants = ['a1', 'b1', 'c1', 'd1', 'e1'].map(trustedTenant);

  test('takes tenants in turn, and all of them come round', () => {
    const round = { everyMinutes: 15, mostTenants: 2 };
    const runs = Array.from({ length: 5 }, (_, at) =>
      inTurn(tenants, new Date(at * 15 * 60_000), round),
    );
    expect(runs.every(({ length }) => length === 2)).toBe(true);
    const seen = tenants.map((tenant) => runs.flat().filter((each) => each === tenant).length);
    expect(seen).toEqual([2, 2, 2, 2, 2]);
    expect(inTurn(tenants, new Date(), { everyMinutes: 15, mostTenants: 5 })).toEqual(tenants);
  });

  test('goes on with the next tenant when one cannot be compared, and ends in time', async () => {
    const archive = await withRules();
    archive.objects.remove(archive.keyOf('rules'));
    const listing = listingOf(archive);
    const objects = {
      tenants: async () => [trustedTenant('broken'), archive.tenant, trustedTenant('late')],
      list: async (...[tenant, area]: Parameters<typeof listing.list>) => {
        if (tenant === 'broken') throw new Error('no answer');
        archive.clock.passSeconds(10);
        return listing.list(tenant, area);
      },
    };
    const round = { everyMinutes: 15, mostTenants: 10, mostSeconds: 20 };
    const found = await reconcileRound(
      { ...archive.deps, databases: async () => [], objects },
      round,
    );
    expect(found).toMatchObject({ tenants: 2, failed: 1, orphans: 1, repairs: 1 });
  });
});
