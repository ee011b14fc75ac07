import * as z from 'zod';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { RESOURCE_SCHEMAS, type ResourceDraft } from '#shared/resources/resource.ts';

const entity_id = z.string();

/** Wire shape: the resources of a deployment by kind, each with the id it has or will have. */
export const createdObjects = z.strictObject({
  sites: z.array(RESOURCE_SCHEMAS.site.extend({ entity_id })),
  shifts: z.array(RESOURCE_SCHEMAS.shift.extend({ entity_id })),
  staff_roles: z.array(RESOURCE_SCHEMAS.staff_role.extend({ entity_id })),
  security_policies: z.array(RESOURCE_SCHEMAS.security_policy.extend({ entity_id })),
});
export type CreatedObjects = z.infer<typeof createdObjects>;

/** The drafts of a deployment, sorted by kind in their order. */
export function createdObjectsOf(drafts: readonly ResourceDraft[]): CreatedObjects {
  const objects: CreatedObjects = { sites: [], shifts: [], staff_roles: [], security_policies: [] };
  for (const draft of drafts) add(objects, draft);
  return objects;
}

function add(objects: CreatedObjects, draft: ResourceDraft): void {
  const id = { entity_id: entityIdOf(draft) };
  if (draft.kind === 'site') objects.sites.push({ ...id, ...draft.data });
  if (draft.kind === 'shift') objects.shifts.push({ ...id, ...draft.data });
  if (draft.kind === 'staff_role') objects.staff_roles.push({ ...id, ...draft.data });
  if (draft.kind === 'security_policy') objects.security_policies.push({ ...id, ...draft.data });
}
