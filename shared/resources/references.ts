import type { ResourceKind } from './resource.ts';

/** The values of a resource, as they are stored. */
type Data = Readonly<Record<string, unknown>>;

/** Kinds that others can belong to. Such a resource counts what belongs to it. */
const PARENTS: readonly ResourceKind[] = ['site', 'user'];

export const canHaveDependents = (kind: ResourceKind): boolean => PARENTS.includes(kind);

/**
 * The ids of the resources that one belongs to, and cannot be without: the site of a shift, a staff
 * role, a policy or a device, and the user whom a device is given to.
 */
export function parentsOf(kind: ResourceKind, data: Data | null): readonly string[] {
  if (!data || canHaveDependents(kind)) return [];
  const { site_code, assigned_user } = data;
  return [
    ...(typeof site_code === 'string' ? [siteId(site_code)] : []),
    ...(typeof assigned_user === 'string' ? [userId(assigned_user)] : []),
  ];
}

export const siteId = (code: string): string => `site:${code.toUpperCase()}`;

const userId = (email: string): string => `user:${email.toLowerCase().replaceAll('#', '-')}`;
