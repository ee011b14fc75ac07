import { apiKind } from './kinds/api.ts';
import { authorizerKind } from './kinds/authorizer.ts';
import { bucketKind } from './kinds/bucket.ts';
import { bucketNotificationsKind } from './kinds/bucket-notifications.ts';
import { emailIdentityKind } from './kinds/email-identity.ts';
import { eventBusKind } from './kinds/event-bus.ts';
import { eventInvokeConfigKind } from './kinds/event-invoke-config.ts';
import { eventRuleKind } from './kinds/event-rule.ts';
import { eventSourceMappingKind } from './kinds/event-source-mapping.ts';
import { functionKind } from './kinds/function.ts';
import { globalTableKind } from './kinds/global-table.ts';
import { integrationKind } from './kinds/integration.ts';
import { queueKind } from './kinds/queue.ts';
import { routeKind } from './kinds/route.ts';
import { secretKind } from './kinds/secret.ts';
import { stageKind } from './kinds/stage.ts';
import { tableKind } from './kinds/table.ts';
import { userPoolKind } from './kinds/user-pool.ts';
import { userPoolClientKind } from './kinds/user-pool-client.ts';
import type { ResourceKind } from './resource-kind.ts';

const KINDS: readonly ResourceKind<unknown>[] = [
  apiKind,
  authorizerKind,
  bucketKind,
  bucketNotificationsKind,
  emailIdentityKind,
  eventBusKind,
  eventInvokeConfigKind,
  eventRuleKind,
  eventSourceMappingKind,
  functionKind,
  globalTableKind,
  integrationKind,
  queueKind,
  routeKind,
  secretKind,
  stageKind,
  tableKind,
  userPoolKind,
  userPoolClientKind,
];

export const SERVED_TYPES: readonly string[] = KINDS.map(({ type }) => type);

/** The kind of a CloudFormation type, if the local cloud serves it. */
export const kindOf = (type: string): ResourceKind<unknown> | undefined =>
  KINDS.find((kind) => kind.type === type);
