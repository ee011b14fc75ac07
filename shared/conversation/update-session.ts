import type { Caller } from '#shared/http/caller.ts';
import { resourcesOfSite } from '#shared/resources/query-resources.ts';
import type { Table } from '#shared/store/table.ts';
import { completeConversation } from './complete-conversation.ts';
import type { Concluded } from './concluded.ts';
import { draftUpdate } from './draft-update.ts';
import { resume } from './lifecycle.ts';
import type { Session } from './session.ts';
import { type SubmitDraftDeps, submitDraft } from './submit-draft.ts';
import { loadWording } from './wording.ts';

export interface UpdateDeps extends SubmitDraftDeps {
  readonly table: Table;
}

/**
 * Turns a `config_update` whose facts are complete into changes of the site as it is now, and submits
 * them. Where it is so already there is nothing to decide; where the site has gone, it is asked again.
 */
export async function updateSession(
  deps: UpdateDeps,
  caller: Caller,
  session: Session,
  at: Date,
): Promise<Concluded> {
  const wording = await loadWording(session.language);
  const code = session.slots.target_site?.value ?? '';
  const existing = await resourcesOfSite(deps.table, caller.tenant, code);
  const update = draftUpdate(session, existing);
  if (!update) {
    const { target_site: _, ...slots } = session.slots;
    const asking = { ...resume(session, wording.say('reply.refused.target_site')), slots };
    const pending = { slot: 'target_site', kind: 'fill' } as const;
    return {
      session: { ...asking, pending },
      writes: [],
      events: [],
      reply: wording.say('reply.refused.target_site'),
    };
  }
  if (update.changes.length === 0)
    return { ...completeConversation(session), reply: wording.say('reply.nothing_to_change') };
  const { siteName, ...draft } = update;
  const dependents = Math.max(0, existing.length - 1);
  return submitDraft(
    deps,
    caller,
    session,
    {
      ...draft,
      title: `Update ${siteName}`,
      dependentsOf: (entityId) => (entityId.startsWith('site:') ? dependents : 0),
    },
    at,
  );
}
