import { APPROVAL_FUNCTIONS } from './approval-functions.ts';
import { AUDIT_FUNCTIONS } from './audit-functions.ts';
import { CONVERSATION_FUNCTIONS } from './conversation-functions.ts';
import { EVENT_FUNCTIONS } from './event-functions.ts';
import type { FunctionSpec } from './function-spec.ts';
import { KNOWLEDGE_FUNCTIONS } from './knowledge-functions.ts';
import { NOTIFICATION_FUNCTIONS } from './notification-functions.ts';
import { PLATFORM_FUNCTIONS } from './platform-functions.ts';
import { TEMPLATE_FUNCTIONS } from './template-functions.ts';
import { TENANT_FUNCTIONS } from './tenant-functions.ts';

/**
 * Every function of the product: one entry per folder below `functions/` (a test holds the two in
 * step). Stacks, roles, bundles and the environment are made from this list alone.
 */
export const FUNCTIONS: readonly FunctionSpec[] = [
  ...CONVERSATION_FUNCTIONS,
  ...APPROVAL_FUNCTIONS,
  ...TEMPLATE_FUNCTIONS,
  ...KNOWLEDGE_FUNCTIONS,
  ...TENANT_FUNCTIONS,
  ...AUDIT_FUNCTIONS,
  ...NOTIFICATION_FUNCTIONS,
  ...EVENT_FUNCTIONS,
  ...PLATFORM_FUNCTIONS,
];
