import type { FunctionRole, Grant } from './function-roles.ts';

/** A grant whose use no recording can show, and why it is given all the same. */
export interface UnseenGrant {
  readonly action: string;
  readonly isOn: (role: FunctionRole, resource: string) => boolean;
  readonly reason: string;
}

const WRITES_LOG =
  'Lambda writes what a function prints in its name; the local cloud keeps a file.';

const onOwnLog: UnseenGrant['isOn'] = ({ logGroup }, resource) => resource.includes(logGroup);

export const UNSEEN_GRANTS: readonly UnseenGrant[] = [
  { action: 'logs:CreateLogStream', isOn: onOwnLog, reason: WRITES_LOG },
  { action: 'logs:PutLogEvents', isOn: onOwnLog, reason: WRITES_LOG },
  {
    action: 'dynamodb:ListStreams',
    isOn: (_, resource) => /:table\/[^/*]+\/stream\/[^/*]+$/.test(resource),
    reason:
      'Lambda asks for it, on the stream, when a mapping is made. IAM knows no resource for it, so here it opens nothing.',
  },
];

/** Whether a grant is one of those, on the resource that it is meant for. */
export const isUnseen = (
  role: FunctionRole,
  { action, resource }: Grant,
  among: readonly UnseenGrant[] = UNSEEN_GRANTS,
): boolean => among.some((unseen) => unseen.action === action && unseen.isOn(role, resource));
