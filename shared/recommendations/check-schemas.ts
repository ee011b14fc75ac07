import {
  RESOURCE_SCHEMAS,
  type ResourceDraft,
  type ResourceKind,
} from '#shared/resources/resource.ts';
import type { CheckInput } from './check-input.ts';
import type { Finding } from './finding.ts';

/** What a conversation can set up. People and devices come in other ways. */
const DRAFTED_KINDS: readonly ResourceKind[] = ['site', 'security_policy', 'shift', 'staff_role'];

/** Every resource is of a kind that a draft may hold, and fits the schema of its kind. */
export const checkSchemas = ({ drafts }: CheckInput): Finding[] => drafts.flatMap(schemaFindings);

function schemaFindings(draft: ResourceDraft, index: number): Finding[] {
  const broken = (path: readonly PropertyKey[], detail: string): Finding => ({
    code: 'schema_violation',
    entityType: draft.kind,
    pointer: ['', index, ...path.map(String)].join('/'),
    detail,
  });
  if (!DRAFTED_KINDS.includes(draft.kind)) return [broken([], `A draft holds no ${draft.kind}`)];
  const checked = RESOURCE_SCHEMAS[draft.kind].safeParse(draft.data);
  return (checked.error?.issues ?? []).map(({ path, message }) => broken(path, message));
}
