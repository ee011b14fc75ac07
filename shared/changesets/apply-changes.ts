import { resourceKey } from '#shared/resources/resource-store.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import { absent, equals, present, type Write } from '#shared/store/write.ts';
import { type Change, siteCodeOf } from './change.ts';
import { StaleChangesetError } from './errors.ts';

export interface Application {
  readonly changesetId: string;
  readonly changes: readonly Change[];
  readonly at: Date;
}

/**
 * The writes that make the configuration what the changes say: each on the version it was planned on,
 * and on a site that exists unless the same changes create it.
 */
export const applyChanges = (application: Application): readonly Write[] => [
  ...application.changes.map((step) => applyChange(step, application)),
  ...siteChecks(application.changes),
];

function applyChange(step: Change, { changesetId, at }: Application): Write {
  const { entity_id, entity_type, base_version, after } = step;
  const guarded = {
    key: resourceKey(entity_id),
    condition: base_version === 0 ? absent : equals({ version: base_version }),
    refused: () => new StaleChangesetError([entity_id]),
  };
  if (!after) return { action: 'delete', ...guarded };
  const item = {
    entity_id,
    kind: entity_type,
    data: after,
    version: base_version + 1,
    changeset_id: changesetId,
    updated_at: at.toISOString(),
  };
  return { action: 'put', ...guarded, item };
}

function siteChecks(changes: readonly Change[]): readonly Write[] {
  const written = new Set(changes.map(({ entity_id }) => entity_id));
  const needed = new Set(changes.filter(({ after }) => after).flatMap((step) => siteIdOf(step)));
  return [...needed]
    .filter((siteId) => !written.has(siteId))
    .map((siteId) => ({
      action: 'check',
      key: resourceKey(siteId),
      condition: present,
      refused: () => missingSite(siteId),
    }));
}

function siteIdOf(step: Change): readonly string[] {
  const code = siteCodeOf(step);
  return code ? [`site:${code}`] : [];
}

const missingSite = (siteId: string) =>
  new ValidationError(`The changes need ${siteId}, which does not exist`, [
    { pointer: '/changes', detail: `${siteId} is neither there nor among the changes` },
  ]);
