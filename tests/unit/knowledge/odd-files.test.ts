import { describe, expect, test } from 'vitest';
import { createHandler } from '#functions/queue/embedding-ingest/handler.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';

const TEXT = 'The portcullis closes at ten.';

describe('a file dropped by hand', () => {
  test.each([
    ['rules (final) – copy 2.md', 'rules (final) – copy 2'],
    ['Überblick Straße.TXT', 'Überblick Straße'],
    ['夜間規則.md', '夜間規則'],
    ['🚒 alarm.md', '🚒 alarm'],
    ['..md', '..md'],
    ['...txt', '...txt'],
    ['a%20b+c&d=e.md', 'a%20b+c&d=e'],
    ['it\'s "quoted".md', `it's "quoted"`],
    ['<script>alert(1)</script>.md'.replaceAll('/', '∕'), '<script>alert(1)<∕script>'],
    [`${'long '.repeat(60)}.md`, 'long '.repeat(60).trim()],
  ])('may be called %s', async (file, title) => {
    const archive = new Archive();
    await archive.drop('rules', TEXT, file);
    expect(await archive.document('rules')).toMatchObject({ state: 'ready', title });
    expect(await archive.found('portcullis')).toEqual(['rules']);
  });

  test.each([
    ['no ending', 'README'],
    ['an ending nobody knows', 'rules.xyz'],
    ['only an ending', '.md2'],
  ])('with %s fails with a reason, and is not tried again', async (_, file) => {
    const archive = new Archive();
    await archive.drop('rules', TEXT, file);
    const document = await archive.document('rules');
    expect(document).toMatchObject({ state: 'failed' });
    expect(document?.error).toMatch(/^[A-Z].{10,}/);
    expect(await archive.follow(archive.keyOf('rules', file))).toBe('none');
  });

  test('of more than 50 MB is never fetched', async () => {
    const archive = new Archive();
    const key = archive.keyOf('rules');
    archive.objects.drop(key, new Uint8Array(50 * 1024 * 1024 + 1));
    archive.objects.beforeEach = (operation) => {
      if (operation === 'get') throw new Error('fetched');
    };
    await archive.follow(key);
    expect((await archive.document('rules'))?.error).toBe('The file is larger than 50 MB');
  });

  test('beside another in the same folder, and older, does not take its place', async () => {
    const archive = new Archive();
    archive.objects.drop(archive.keyOf('rules', 'old.md'), 'The moat is deep.');
    archive.clock.passSeconds(60);
    await archive.drop('rules', TEXT, 'new.md');
    expect(await archive.follow(archive.keyOf('rules', 'old.md'))).toBe('none');
    archive.clock.passSeconds(600);
    expect(await archive.reconcile()).toMatchObject({ repairs: 0 });
    expect(await archive.found('moat')).toEqual([]);
  });

  test('takes over when the other one in its folder is deleted', async () => {
    const archive = new Archive();
    archive.objects.drop(archive.keyOf('rules', 'old.md'), 'The moat is deep.');
    archive.clock.passSeconds(60);
    await archive.drop('rules', TEXT, 'new.md');
    archive.objects.remove(archive.keyOf('rules', 'new.md'));
    await archive.follow(archive.keyOf('rules', 'new.md'));
    archive.clock.passSeconds(600);
    await archive.reconcile();
    expect(await archive.found('moat')).toEqual(['rules']);
    expect(await archive.found('portcullis')).toEqual([]);
  });
});

describe('the messages of the queue', () => {
  const deliver = async (archive: Archive, ...bodies: unknown[]) => {
    const Records = bodies.map((body, at) => ({
      messageId: `${at}`,
      receiptHandle: '',
      body: JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: '',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: '',
      awsRegion: '',
    }));
    const handler = createHandler({ ...archive.deps, mergeWhenDue: async () => undefined });
    const { batchItemFailures } = await handler({ Records }, lambdaContext);
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };

  const created = (key: string) => ({
    id: 'event-1',
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'documents' }, object: { key, size: 1, sequencer: '00FF' } },
  });

  test.each([
    'tenants/acme/shelf/rules/1-0123456789abcdef.segment',
    'tenants/acme/versions/knowledge/1-0123456789abcdef/0.part',
    'tenants/acme/knowledge/loose.md',
    'tenants/../knowledge/rules/rules.md',
    'tenants/ACME/knowledge/rules/rules.md',
    'knowledge/rules/rules.md',
  ])('about %s are put aside: it is no document', async (key) => {
    const archive = new Archive();
    archive.objects.drop(key, TEXT);
    expect(await deliver(archive, created(key))).toEqual([]);
    expect(archive.events).toEqual([]);
  });

  test('that say nothing we know fail alone, and the others are done', async () => {
    const archive = new Archive();
    archive.objects.drop(archive.keyOf('rules'), TEXT);
    const failed = await deliver(archive, { kind: 'dance' }, created(archive.keyOf('rules')), {});
    expect(failed).toEqual(['0', '2']);
    expect(await archive.found('portcullis')).toEqual(['rules']);
  });

  test("cannot free an object that is another tenant's, nor one that is needed", async () => {
    const archive = new Archive();
    await archive.drop('rules', TEXT);
    const key = archive.keyOf('rules');
    const needed = [...archive.segments.objects.keys(), ...archive.versions.objects.keys()];
    const foreign = 'tenants/acme2/versions/rules/1-0123456789abcdef/0.part';
    archive.versions.objects.set(foreign, new Uint8Array(1));
    const messages = [...needed, foreign, key].map((object) => ({ kind: 'free', key, object }));
    expect(await deliver(archive, ...messages)).toEqual([]);
    const left = [...archive.segments.objects.keys(), ...archive.versions.objects.keys()];
    expect(left).toEqual([...needed, foreign]);
    expect(archive.objects.read(key)).toBe(TEXT);
  });
});
