import type { Tenant } from '#shared/runtime/tenant.ts';
import {
  type Placement,
  placeName,
  placeOf,
  readPlacements,
  refOf,
} from '../databases/placement.ts';
import type { VersionRef } from '../databases/vector-database.ts';
import type { ShelfView, ShelvedVersion } from '../shelf/shelf-view.ts';
import type { Goal, MigrationDeps } from './move.ts';

/** A version's vectors of one space that the goal does not have yet. */
export interface MissingCopy {
  readonly version: VersionRef;
  readonly spaceId: string;
  /** Databases that have them. */
  readonly sources: readonly string[];
  /** What search sees of the version; undefined while it is staged only. */
  readonly shelved: ShelvedVersion | undefined;
}

/** What is to be copied: of all that search sees, and of what is staged in a database and may be seen later. */
export async function missingCopies(
  { table }: Pick<MigrationDeps, 'table'>,
  tenant: Tenant,
  view: ShelfView,
  goal: Goal,
): Promise<readonly MissingCopy[]> {
  const placements = new Map(
    (await readPlacements(table, tenant)).map((placement) => [
      placement.version.content,
      placement,
    ]),
  );
  const visible = view.versions().map((shelved) => ({ shelved, version: refOf(shelved) }));
  const seen = new Set(visible.map(({ version }) => version.content));
  const staged = [...placements.values()]
    .filter(({ version }) => !seen.has(version.content))
    .map(({ version }) => ({ shelved: undefined, version }));
  return [...visible, ...staged].flatMap(({ version, shelved }) =>
    copiesOf(version, shelved, placements.get(version.content), goal),
  );
}

function copiesOf(
  version: VersionRef,
  shelved: ShelvedVersion | undefined,
  placement: Placement | undefined,
  { to, space }: Goal,
): readonly MissingCopy[] {
  const places = Object.keys(placement?.places ?? {}).map(placeOf);
  const spaces = new Set([...places.map(({ spaceId }) => spaceId), ...(shelved?.spaces ?? [])]);
  // Only what search sees has its text at hand.
  if (space && shelved) spaces.add(space);
  const has = (spaceId: string) =>
    to === 'shelf'
      ? (shelved?.spaces ?? [...spaces]).includes(spaceId)
      : placement?.places[placeName(to, spaceId)] !== undefined;
  return [...spaces]
    .filter((spaceId) => !has(spaceId))
    .map((spaceId) => ({
      version,
      spaceId,
      shelved,
      sources: places.filter((place) => place.spaceId === spaceId).map(({ database }) => database),
    }));
}
