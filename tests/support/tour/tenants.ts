import {
  changePersonRoute,
  createTenantRoute,
  getSettings,
  listPeopleRoute,
  putSettingsRoute,
} from '#functions/http/tenants/contract.ts';
import type { Company, Tour } from './tour.ts';

/**
 * A tenant from its creation, and its people from invitation to sign-in. From here on two people
 * decide about everything in the company.
 */
export async function runTenants(tour: Tour, { tenant, admin, member }: Company): Promise<void> {
  const operator = await tour.signIn('platform', 'olga', 'operator');
  const body = { tenant_id: 'newcomer', name: 'Newcomer', admin_email: 'nina@newcomer.example' };
  await operator.call(createTenantRoute, 201, { body });
  await operator.refused(createTenantRoute, 409, { body });
  const nina = await tour.signIn('newcomer', 'nina', 'admin');
  await nina.call(listPeopleRoute, 200);

  await admin.callTwice(changePersonRoute, 200, {
    body: { email: `ines@${tenant}.example`, roles: ['approver'] },
  });
  await tour.signIn(tenant, 'ines', 'member');
  await admin.refused(changePersonRoute, 404, { body: { user_id: 'nobody', name: 'Nobody' } });
  await admin.call(getSettings, 200);
  const approval_policy = { auto_below: 0.1, two_person_from: 0.2 };
  await admin.callTwice(putSettingsRoute, 200, { body: { approval_policy } });
  await admin.refused(putSettingsRoute, 400, {
    body: { approval_policy: { auto_below: 0.9, two_person_from: 0.1 } },
  });
  await member.refused(getSettings, 403);
}
