import { entityIdOf } from '#shared/resources/entity-id.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { CheckInput } from './check-input.ts';
import type { Finding } from './finding.ts';
import { SITE_TYPE_DEFAULTS } from './site-type-defaults.ts';

/** The one site and its parts, natural keys. */
export function checkStructure({ drafts }: CheckInput): Finding[] {
  return [...partFindings(drafts), ...duplicates(drafts)];
}

function partFindings(drafts: readonly ResourceDraft[]): Finding[] {
  const count = (kind: ResourceDraft['kind']) =>
    drafts.filter((draft) => draft.kind === kind).length;
  const whole = (code: Finding['code'], entityType: Finding['entityType'], detail: string) =>
    ({ code, entityType, pointer: '', detail }) satisfies Finding;
  return [
    ...(count('site') === 0 ? [whole('missing_site', 'site', 'There is no site')] : []),
    ...(count('site') > 1 ? [whole('several_sites', 'site', 'A draft sets up one site')] : []),
    ...(count('security_policy') === 0
      ? [whole('missing_security_policy', 'security_policy', 'There is no security policy')]
      : []),
    ...(count('shift') === 0 ? [whole('missing_shifts', 'shift', 'There are no shifts')] : []),
    ...(count('staff_role') === 0
      ? [whole('missing_staff_roles', 'staff_role', 'There are no staff roles')]
      : []),
    ...codeFindings(drafts),
  ];
}

function codeFindings(drafts: readonly ResourceDraft[]): Finding[] {
  const site = drafts.find((draft) => draft.kind === 'site');
  if (site?.kind !== 'site') return [];
  const { code, site_type } = site.data;
  const prefix = SITE_TYPE_DEFAULTS[site_type]?.codePrefix ?? '';
  const strangers = drafts.flatMap((draft, index): Finding[] => {
    if (!('site_code' in draft.data) || draft.data.site_code === code) return [];
    const detail = `It belongs to ${draft.data.site_code}, the site is ${code}`;
    return [
      { code: 'foreign_site_code', entityType: draft.kind, pointer: `/${index}/site_code`, detail },
    ];
  });
  if (code.startsWith(prefix)) return strangers;
  const detail = `The code of a ${site_type} begins with ${prefix}`;
  return [
    ...strangers,
    { code: 'code_prefix_mismatch', entityType: 'site', pointer: '/0/code', detail },
  ];
}

function duplicates(drafts: readonly ResourceDraft[]): Finding[] {
  const ids = drafts.map(entityIdOf);
  return ids.flatMap((id, index): Finding[] => {
    const draft = drafts[index];
    if (!draft || ids.indexOf(id) === index) return [];
    const detail = `${id} is there twice`;
    return [{ code: 'duplicate_resource', entityType: draft.kind, pointer: `/${index}`, detail }];
  });
}
