import type { FoundPassages } from '#shared/knowledge/passages/find-passages.ts';
import { type Support, supportOf } from '#shared/recommendations/support.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { within } from '#shared/runtime/within.ts';
import { draftTopic } from './draft-topic.ts';
import type { Session } from './session.ts';
import { loadWording } from './wording.ts';

/** Port to what the tenant's documents say on a topic. */
export interface DraftDocuments {
  passages(tenant: Tenant, topic: string): Promise<Pick<FoundPassages, 'passages' | 'degraded'>>;
}

/** Longer than a search takes that has to load a whole shelf; a draft does not wait for more. */
const PATIENCE_MS = 3_000;

/**
 * What the tenant's documents say on what is being drafted, looked up once. A search that fails or takes
 * too long costs the draft its citations and nothing else.
 */
export async function consultDocuments(
  documents: DraftDocuments,
  tenant: Tenant,
  session: Session,
  at: Date,
  patienceMs = PATIENCE_MS,
): Promise<Support> {
  const topic = draftTopic(session, await loadWording(session.language));
  const asked = documents.passages(tenant, topic).catch((error: unknown) => {
    logger.warn('drafted without documents', { session_id: session.id, error: String(error) });
    return undefined;
  });
  const found = await within(patienceMs, asked);
  return { ...supportOf(found?.passages ?? [], at), degraded: !found || found.degraded };
}
