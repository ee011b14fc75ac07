// Functions load these with the first request that needs them; nothing may take real time here.
import '#shared/approvals/edit-changeset.ts';
import '#shared/approvals/rebase-changeset.ts';
import '#shared/approvals/submit-changeset.ts';
import { createHandler as createApprove } from '#functions/http/approve/handler.ts';
import { createHandler as createChangesets } from '#functions/http/changesets/handler.ts';
import { createHandler as createDecide } from '#functions/http/decide/handler.ts';
import { createHandler as createDeploy } from '#functions/http/deploy-template/handler.ts';
import { createHandler as createRollback } from '#functions/http/rollback/handler.ts';
import { createHandler as createTenants } from '#functions/http/tenants/handler.ts';
import { createHandler as createApply } from '#functions/queue/apply-changeset/handler.ts';
import { createHandler as createAnchors } from '#functions/schedule/audit-anchor/handler.ts';
import { createHandler as createTimers } from '#functions/schedule/due-timers/handler.ts';
import { createHandler as createHousekeeping } from '#functions/schedule/housekeeping/handler.ts';
import { createHandler as createSequencer } from '#functions/stream/audit-sequencer/handler.ts';
import { createHandler as createRelay } from '#functions/stream/event-relay/handler.ts';
import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import { Cursors } from '#shared/http/cursor.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import type { Instance } from './machinery/instance.ts';
import { type Behind, portsOf } from './machinery/ports.ts';
import { askingFunction } from './people/asking-function.ts';
import { MAILED_LINKS } from './people/mailed-links.ts';

export interface Surroundings extends Behind {
  readonly ids: Ids;
}

const kitOf = (behind: Behind, instance: Instance) => ({
  ...portsOf(behind, instance),
  clock: instance.clock,
  pause: async () => {},
});

/** Every function behind the API, in one instance, with what it holds in memory. */
export function apiFunctions(behind: Surroundings, instance: Instance) {
  const kit = kitOf(behind, instance);
  const people = new PeopleDirectory(kit);
  const deps = {
    ...kit,
    ids: behind.ids,
    directory: people,
    people,
    policies: new SettingsStore(kit.table, kit.clock),
    origins: sessionOrigins(kit.table),
    cursors: new Cursors({ read: async () => 'a signing key' }),
    links: MAILED_LINKS,
  };
  return {
    ask: askingFunction(deps),
    approve: createApprove(deps),
    changesets: createChangesets(deps),
    decide: createDecide(deps),
    deploy: createDeploy(deps),
    rollback: createRollback(deps),
    tenants: createTenants(deps),
  };
}
export type ApiFunctions = ReturnType<typeof apiFunctions>;

/** Those that nobody calls. */
export const streamFunctions = (behind: Behind, instance: Instance) => {
  const kit = kitOf(behind, instance);
  return {
    relay: createRelay({ bus: kit.bus, table: kit.waiting, clock: kit.clock }),
    sequencer: createSequencer(kit),
  };
};

export const queueFunctions = (behind: Behind, instance: Instance) => {
  const kit = kitOf(behind, instance);
  const origins = sessionOrigins(kit.table);
  return { apply: withInvocationTime(createApply({ ...kit, origins })) };
};

export const scheduledFunctions = (behind: Behind, instance: Instance) => {
  const kit = kitOf(behind, instance);
  const queue = { send: async () => {} };
  return {
    timers: createTimers({
      deliveries: { table: kit.waiting, queue, clock: kit.clock },
      turns: kit,
      approvals: { ...kit, origins: sessionOrigins(kit.table) },
      applications: kit,
    }),
    housekeeping: createHousekeeping({
      events: { bus: kit.bus, table: kit.waiting, clock: kit.clock },
      facts: kit,
    }),
    anchors: createAnchors(kit),
  };
};
