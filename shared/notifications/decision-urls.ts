import * as z from 'zod';
import type { DecisionLinks } from '#shared/approvals/decision-link.ts';
import { API_BASE_PATH } from '#shared/http/route.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Delivery } from './delivery.ts';
import { mailTemplateOf } from './mail-template.ts';

/** Where a person decides with one click and one confirmation. */
export interface DecisionUrls {
  readonly approve: string;
  readonly reject: string;
}

const undecided = z.object({
  data: z.object({
    changeset_id: z.string(),
    revision_hash: z.string(),
    expires_at: z.iso.datetime().nullable(),
  }),
});

/** Without an expiry of its own a link does not live longer than this. */
const MAX_DAYS = 7;

/**
 * The links for a mail that asks its reader to decide; undefined for every other mail, and for
 * addresses that belong to no person of the tenant. They are made as the mail leaves and are kept nowhere.
 */
export async function decisionUrls(
  links: DecisionLinks,
  consoleUrl: string,
  tenant: Tenant,
  { event, user_id, payload, created_at }: Delivery,
): Promise<DecisionUrls | undefined> {
  if (!user_id || !mailTemplateOf(event).decide) return undefined;
  const { data } = undecided.parse(JSON.parse(payload));
  const { changeset_id: changesetId, revision_hash: revisionHash } = data;
  const urlOf = async (decision: 'approve' | 'reject') => {
    const link = { tenant, userId: user_id, changesetId, revisionHash, decision };
    const token = await links.seal(link, data.expires_at ?? inDays(created_at, MAX_DAYS));
    return new URL(`${API_BASE_PATH}/decisions/${token}`, consoleUrl).href;
  };
  return { approve: await urlOf('approve'), reject: await urlOf('reject') };
}

const inDays = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString();
