import type { Permission } from './permission.ts';

/** A permission without what differs from call to call: tenants' objects all count as one. */
export const classOf = ({ action, resource }: Permission): string =>
  `${action} on ${resource.replace(/^(arn:aws:s3:::[^/]+\/tenants\/).+/, '$1*')}`;

/** One permission of each class. */
export const oneOfEach = <P extends Permission>(permissions: readonly P[]): readonly P[] => [
  ...new Map(permissions.map((permission) => [classOf(permission), permission])).values(),
];
