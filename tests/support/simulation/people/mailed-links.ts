import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { DecisionLink } from '#shared/approvals/decision-link.ts';
import { TENANT_PATTERN } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

const content = z.object({
  tenant: z.string().regex(TENANT_PATTERN).transform(trustedTenant),
  userId: z.string(),
  changesetId: z.string(),
  revisionHash: z.string(),
  decision: z.enum(['approve', 'reject']),
});

/**
 * Tokens as mails have them, but for the seal: that takes real time, and nobody forges one here. The
 * end is as long as a signature, and tells one link from all others as it does.
 */
export function tokenOf(link: DecisionLink): string {
  const text = JSON.stringify(link);
  const mark = createHash('sha256').update(text).digest('base64url');
  return `${Buffer.from(text).toString('base64url')}.${mark}`;
}

export const MAILED_LINKS = {
  open: async (token: string): Promise<DecisionLink> => {
    const [text = ''] = token.split('.');
    return content.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  },
};

/** Under which a decision by link happens once, whoever sends it again. */
export const keyOfToken = (token: string): string => token.slice(-43);
