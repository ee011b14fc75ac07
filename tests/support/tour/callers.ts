import { changePersonRoute } from '#functions/http/tenants/contract.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import type { Route } from '#shared/http/route.ts';
import { forgetPerson } from './forget-person.ts';
import type { Company, Tour } from './tour.ts';

/**
 * What every function may meet before its own work: somebody who is new to the directory and was
 * invited, and somebody who names another tenant.
 */
export async function meetCallers(tour: Tour, company: Company): Promise<void> {
  for (const [index, route] of oneRoutePerFunction().entries()) {
    await comeInvited(tour, company, route, `guest-${index}`);
    await stepOverTheBoundary(company, route);
  }
}

const oneRoutePerFunction = (): readonly Route[] =>
  FUNCTIONS.flatMap((spec) =>
    spec.trigger === 'http' ? (spec.routes.find(isOfTenant) ?? []) : [],
  );

const isOfTenant = ({ role }: Route): boolean => role !== 'public' && role !== 'operator';

/** Their identity provider told nobody that they signed in, so the first request admits them. */
async function comeInvited(
  tour: Tour,
  { tenant, admin }: Company,
  route: Route,
  user: string,
): Promise<void> {
  const guest = await tour.signIn(tenant, user, 'operator');
  await forgetPerson(tour.cloud.endpoints, tenant, user);
  const body = { email: `${user}@${tenant}.example`, roles: ['member'] };
  await admin.call(changePersonRoute, 200, { body });
  await guest.refused(route, 403);
}

async function stepOverTheBoundary({ admin }: Company, route: Route): Promise<void> {
  const code = await admin.refused(route, 403, { headers: { 'x-tenant-id': 'somebody-else' } });
  if (code !== 'tenant_mismatch') throw new Error(`The boundary was not held: ${code}`);
}
