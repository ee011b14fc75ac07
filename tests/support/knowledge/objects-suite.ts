import { describe, expect, test } from 'vitest';
import type { DocumentObjects } from '#shared/knowledge/documents/document-objects.ts';
import type { VersionObjects } from '#shared/knowledge/documents/version-objects.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { SegmentObjects } from '#shared/vectors/shelf/segment-objects.ts';

const acme = trustedTenant('acme');

export interface DocumentObjectsHarness {
  readonly objects: DocumentObjects;
  /** Puts a file as somebody outside would. */
  put(key: string, content: string): Promise<void>;
}

/** What every bucket of documents guarantees. */
export function documentObjectsSuite(name: string, create: () => DocumentObjectsHarness): void {
  const key = (file: string) => `tenants/acme/knowledge/doc-1/${file}`;

  describe(`${name} as the bucket of documents`, () => {
    test('knows tag, size and time of a file, whatever its name', async () => {
      const { objects, put } = create();
      await put(key('Straße 1 – 夜.md'), 'hello');
      const head = await objects.head(acme, key('Straße 1 – 夜.md'));
      expect(head).toMatchObject({ etag: '5d41402abc4b2a76b9719d911017c592', size: 5 });
      expect(head?.last_modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    test('has nothing to say of a file that is not there', async () => {
      const { objects } = create();
      expect(await objects.head(acme, key('absent.md'))).toBeUndefined();
      expect(await objects.get(acme, key('absent.md'), 'tag')).toBeUndefined();
      await objects.delete(acme, key('absent.md'));
    });

    test('gives the bytes only while the file is still the one that was meant', async () => {
      const { objects, put } = create();
      await put(key('changing.md'), 'before');
      const before = await objects.head(acme, key('changing.md'));
      const bytes = await objects.get(acme, key('changing.md'), before?.etag ?? '');
      expect(Buffer.from(bytes ?? []).toString()).toBe('before');
      await put(key('changing.md'), 'after');
      expect(await objects.get(acme, key('changing.md'), before?.etag ?? '')).toBeUndefined();
    });

    test('takes a file back, for all to see', async () => {
      const { objects } = create();
      await objects.put(acme, key('restored.md'), Buffer.from('hello'));
      expect(await objects.head(acme, key('restored.md'))).toMatchObject({
        etag: '5d41402abc4b2a76b9719d911017c592',
        size: 5,
      });
    });

    test('forgets a deleted file', async () => {
      const { objects, put } = create();
      await put(key('deleted.md'), 'x');
      await objects.delete(acme, key('deleted.md'));
      expect(await objects.head(acme, key('deleted.md'))).toBeUndefined();
    });
  });
}

/** What every store of document versions guarantees. */
export function versionObjectsSuite(name: string, create: () => VersionObjects): void {
  const folder = 'tenants/acme/versions/doc-1/1-0123456789abcdef/';
  const bytes = Uint8Array.from({ length: 3000 }, (_, at) => at % 251);

  describe(`${name} as the store of document versions`, () => {
    test('gives back what was put, and has nothing where nothing was', async () => {
      const objects = create();
      await objects.put(acme, `${folder}0.part`, bytes);
      const found = await objects.get(acme, `${folder}0.part`);
      expect(Buffer.from(found ?? []).equals(bytes)).toBe(true);
      expect(await objects.get(acme, `${folder}1.part`)).toBeUndefined();
    });

    test('names what lies below a prefix, and nothing beside it', async () => {
      const objects = create();
      const own = [`${folder}keys/0`, `${folder}keys/1`];
      for (const key of [...own, `${folder}kept`]) await objects.put(acme, key, bytes);
      expect(await objects.keys(acme, `${folder}keys/`)).toEqual(own);
      await objects.delete(acme, own[0] ?? '');
      expect(await objects.keys(acme, `${folder}keys/`)).toEqual(own.slice(1));
      expect(await objects.keys(acme, `${folder}none/`)).toEqual([]);
    });
  });
}

/** What every store of segments guarantees. */
export function segmentObjectsSuite(name: string, create: () => SegmentObjects): void {
  const key = (file: string) => `tenants/acme/shelf/doc-1/${file}.segment`;
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 251);

  describe(`${name} as the store of segments`, () => {
    test('gives back exactly the bytes that were put, as often as they were put', async () => {
      const objects = create();
      await objects.put(acme, key('1'), bytes);
      await objects.put(acme, key('1'), bytes);
      expect(Buffer.from((await objects.get(acme, key('1'))) ?? []).equals(bytes)).toBe(true);
    });

    test('gives the beginning alone, where no more is wanted', async () => {
      const objects = create();
      await objects.put(acme, key('3'), bytes);
      const beginning = await objects.get(acme, key('3'), 4096);
      expect(Buffer.from(beginning ?? []).equals(bytes.subarray(0, 4096))).toBe(true);
      const all = await objects.get(acme, key('3'), 2 * bytes.length);
      expect(Buffer.from(all ?? []).equals(bytes)).toBe(true);
      expect(await objects.get(acme, key('absent'), 4096)).toBeUndefined();
    });

    test('has nothing where nothing was put, or where it was deleted', async () => {
      const objects = create();
      await objects.put(acme, key('2'), bytes);
      await objects.delete(acme, key('2'));
      await objects.delete(acme, key('2'));
      expect(await objects.get(acme, key('2'))).toBeUndefined();
      expect(await objects.get(acme, key('absent'))).toBeUndefined();
    });
  });
}
