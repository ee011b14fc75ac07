import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import type { Update, Write } from '#shared/store/write.ts';
import type { StoredVersion } from '../vector-store.ts';
import type { DatabaseName, DocumentVersion, VersionRef } from './vector-database.ts';

/** What a database keeps of a version in one space. */
export interface Placed {
  readonly vectors: number;
  readonly dimensions: number;
}

/** Where else than on the shelf the vectors of a version are. */
export interface Placement {
  readonly version: VersionRef;
  /** By `placeName`. */
  readonly places: Readonly<Record<string, Placed>>;
}

const PARTITION = 'VECTORS';

/** The version as databases know it: its object is named by what is in it. */
export const refOf = ({ document_id, version, object_key }: StoredVersion): VersionRef => ({
  document_id,
  version,
  content: createHash('sha256').update(object_key).digest('hex').slice(0, 16),
});

export const placeName = (database: DatabaseName, spaceId: string): string =>
  `${database} ${spaceId}`;

/** Database and space of a name. */
export function placeOf(name: string): { readonly database: string; readonly spaceId: string } {
  const [database = '', ...space] = name.split(' ');
  return { database, spaceId: space.join(' ') };
}

/** Notes that a database keeps a version. Each place is an attribute of its own: nobody overwrites another. */
export const notePlaces = (
  version: VersionRef,
  places: Readonly<Record<string, Placed>>,
): Update => ({
  action: 'update',
  key: keyOf(version),
  set: { ...version, ...copiesOf(places) },
});

export const forgetPlaces = (version: VersionRef, names: readonly string[]): Update => ({
  action: 'update',
  key: keyOf(version),
  set: { ...version },
  remove: names,
});

export const forgetVersion = (version: VersionRef): Write => ({
  action: 'delete',
  key: keyOf(version),
});

/** Every placement of a tenant, or those of one document's version. */
export async function readPlacements(
  table: Table,
  tenant: Tenant,
  of?: DocumentVersion,
): Promise<readonly Placement[]> {
  const placements: Placement[] = [];
  let after: string | undefined;
  do {
    const page = await table.query(tenant, {
      partition: PARTITION,
      sortPrefix: of ? versionPrefix(of) : '',
      ...(after && { after }),
    });
    placements.push(...page.found.map(({ item }) => toPlacement(item)));
    after = page.next;
  } while (after);
  // A document's id may hold what separates it from the version.
  return placements.filter(({ version }) => !of || isOf(version, of));
}

const isOf = (version: VersionRef, of: DocumentVersion): boolean =>
  version.document_id === of.document_id && version.version === of.version;

const versionPrefix = ({ document_id, version }: DocumentVersion) => `${document_id}#${version}#`;

const keyOf = (version: VersionRef): Key => ({
  partition: PARTITION,
  sort: `${versionPrefix(version)}${version.content}`,
});

const copiesOf = (places: Readonly<Record<string, Placed>>): Item =>
  Object.fromEntries(Object.entries(places).map(([name, placed]) => [name, { ...placed }]));

const placementSchema = z
  .object({ document_id: z.string(), version: z.int(), content: z.string() })
  .catchall(z.object({ vectors: z.int(), dimensions: z.int() }));

function toPlacement(item: Item): Placement {
  const { document_id, version, content, ...places } = placementSchema.parse(item);
  return { version: { document_id, version, content }, places };
}
