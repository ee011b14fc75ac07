import { command, ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { changePerson } from '#shared/tenants/change-people.ts';
import { changeSettings } from '#shared/tenants/change-settings.ts';
import { createTenant } from '#shared/tenants/create-tenant.ts';
import { listPeople } from '#shared/tenants/people-store.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import type { SettingsStore } from '#shared/tenants/settings-store.ts';
import {
  changePersonRoute,
  createTenantRoute,
  getSettings,
  listPeopleRoute,
  putSettingsRoute,
} from './contract.ts';

export interface Deps extends HttpDeps {
  readonly policies: Pick<SettingsStore, 'fresh'>;
}

/** Tenants, their people and their settings. */
export const createHandler = (deps: Deps) =>
  httpFunction(deps, [
    query(listPeopleRoute, async (_input, { tenant }) =>
      ok({ items: [...(await listPeople(deps.table, tenant))], next_cursor: null }),
    ),
    command(changePersonRoute, async ({ body: { user_id: userId, ...change } }, caller) =>
      mapResponse(await changePerson(deps, caller, { userId, ...change }), ok),
    ),
    query(getSettings, async (_input, { tenant }) =>
      ok(present(await deps.policies.fresh(tenant))),
    ),
    command(putSettingsRoute, async ({ body }, caller) => {
      const decision = await changeSettings(deps, caller, body);
      return mapResponse(decision, (changed) => ok(present(changed)));
    }),
    command(createTenantRoute, async ({ body }) => {
      const { tenant_id: tenantId, name, admin_email: adminEmail } = body;
      const decision = createTenant(deps, { tenantId, name, adminEmail });
      return mapResponse(decision, (created) => ({ status: 201, body: created }) as const);
    }),
  ]);

const present = ({ version, policyVersion, settings }: VersionedSettings) => ({
  ...settings,
  version,
  policy_version: policyVersion,
});
