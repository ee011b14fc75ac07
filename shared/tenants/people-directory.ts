import type { Claims, Directory } from '#shared/http/caller.ts';
import type { Role } from '#shared/http/roles.ts';
import { ForbiddenError } from '#shared/runtime/app-error.ts';
import { Held } from '#shared/runtime/held.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import { admitPerson } from './admit-person.ts';
import { findPerson, listPeople } from './people-store.ts';
import { isApprover, type Person, sameRoles } from './person.ts';

/** A change that an admin made this long ago may not be overlooked once it matters. */
const RECHECK_MS = 1000;

/** The tenant's people as every request needs them, held for a short while in the instance. */
export class PeopleDirectory implements Directory {
  readonly #deps: CommitDeps;
  readonly #people: Held<Person | undefined>;
  readonly #approvers: Held<readonly Person[]>;

  constructor(deps: CommitDeps) {
    this.#deps = deps;
    this.#people = new Held(deps.clock);
    this.#approvers = new Held(deps.clock);
  }

  async rolesOf(claims: Claims): Promise<readonly Role[]> {
    const key = `${claims.tenant}\n${claims.userId}`;
    const read = () => this.#read(claims);
    let known = await this.#people.get(key, read);
    // The token grants more than what is held: the directory may have changed since.
    if (!known || !sameRoles(known.roles, claims.roles))
      known = await this.#people.get(key, read, RECHECK_MS);
    if (!known?.active) throw new ForbiddenError('This person is not active');
    const given = known.roles;
    return claims.roles.filter((role) => given.includes(role));
  }

  /** Everybody who may decide in this tenant. */
  approvers(tenant: Tenant): Promise<readonly Person[]> {
    return this.#approvers.get(tenant, async () =>
      (await listPeople(this.#deps.table, tenant)).filter(isApprover),
    );
  }

  /** The same, straight from the table. */
  freshApprovers(tenant: Tenant): Promise<readonly Person[]> {
    this.#approvers.drop(tenant);
    return this.approvers(tenant);
  }

  async #read(claims: Claims): Promise<Person | undefined> {
    const known = await findPerson(this.#deps.table, claims.tenant, claims.userId);
    if (known && (known.managed || sameRoles(known.roles, claims.roles))) return known;
    return admitPerson(this.#deps, { ...claims, correlationId: 'first-request' });
  }
}
