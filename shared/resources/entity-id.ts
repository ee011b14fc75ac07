import type { ResourceDraft } from './resource.ts';

/**
 * The id of a resource is its kind and natural key (`shift:OFF001/day`), so that creating the same
 * thing twice is one item, whoever asks. Letters and digits of every script are kept; `#` cannot occur.
 */
export function entityIdOf(draft: ResourceDraft): string {
  return `${draft.kind}:${naturalKeyOf(draft)}`;
}

function naturalKeyOf(draft: ResourceDraft): string {
  switch (draft.kind) {
    case 'site':
      return draft.data.code.toUpperCase();
    case 'shift':
      return `${draft.data.site_code.toUpperCase()}/${slugOf(draft.data.name)}`;
    case 'staff_role':
      return `${draft.data.site_code.toUpperCase()}/${draft.data.code}`;
    case 'security_policy':
      return draft.data.site_code.toUpperCase();
    case 'user':
      return draft.data.email.replaceAll('#', '-');
    case 'device':
      return draft.data.imei;
  }
}

/** The name of a shift as it stands in its id. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
