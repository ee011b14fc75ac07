import type { Caller, Directory } from '#shared/http/caller.ts';
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
  readonly #everybody: Held<readonly Person[]>;

  constructor(deps: CommitDeps) {
    this.#deps = deps;
    this.#people = new Held(deps.clock);
    this.#everybody = new Held(deps.clock);
  }

  async rolesOf(caller: Caller): Promise<readonly Role[]> {
    const key = `${caller.tenant}\n${caller.userId}`;
    const read = () => this.#read(caller);
    let known = await this.#people.get(key, read);
    // The token grants more than what is held: the directory may have changed since.
    if (!known || !sameRoles(known.roles, caller.roles))
      known = await this.#people.get(key, read, RECHECK_MS);
    if (!known?.active) throw new ForbiddenError('This person is not active');
    const given = known.roles;
    return caller.roles.filter((role) => given.includes(role));
  }

  /** Everybody of this tenant, the inactive and the invited too. */
  everybody(tenant: Tenant): Promise<readonly Person[]> {
    return this.#everybody.get(tenant, () => listPeople(this.#deps.table, tenant));
  }

  /** Everybody who may decide in this tenant. */
  async approvers(tenant: Tenant): Promise<readonly Person[]> {
    return (await this.everybody(tenant)).filter(isApprover);
  }

  /** The same, straight from the table. */
  freshApprovers(tenant: Tenant): Promise<readonly Person[]> {
    this.#everybody.drop(tenant);
    return this.approvers(tenant);
  }

  async #read(caller: Caller): Promise<Person | undefined> {
    const known = await findPerson(this.#deps.table, caller.tenant, caller.userId);
    if (known && (known.managed || sameRoles(known.roles, caller.roles))) return known;
    return admitPerson(this.#deps, caller);
  }
}
