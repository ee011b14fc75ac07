import type { Claims } from '#shared/http/caller.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import { findPersonOrInvitation, putPerson, removePerson } from './people-store.ts';
import { type Person, sameRoles } from './person.ts';

export interface SignIn extends Claims {
  readonly name?: string;
  readonly language?: string;
  readonly correlationId: string;
  /** Known where it is a request that lets them in; the identity provider does not say. */
  readonly sourceIp?: string;
  /** The function that lets them in, where it is no request of theirs. */
  readonly via?: string;
}

/**
 * Lets a person in whom the identity provider has verified: adds who is new, takes up an invitation,
 * follows the provider's groups until an admin has set the roles. Any number of times, one effect.
 */
export async function admitPerson(deps: CommitDeps, signIn: SignIn): Promise<Person> {
  const { tenant, userId: id, email, roles, sourceIp, via, correlationId } = signIn;
  const actor = { id, email, roles, ...(sourceIp && { sourceIp }), ...(via && { via }) };
  const command = { tenant, actor, correlationId };
  const done = await commit(deps, command, await decideAdmission(deps, tenant, signIn));
  if (done.kind === 'replayed') throw new TypeError('An admission is no idempotent call');
  return done.response;
}

async function decideAdmission(
  deps: CommitDeps,
  tenant: Tenant,
  signIn: SignIn,
): Promise<Decision<Person>> {
  const { known, invited } = await findPersonOrInvitation(deps.table, tenant, signIn);
  const next = admitted(signIn, known, invited);
  if (!next) return justAnswer(known ?? newPerson(signIn));
  return {
    writes: [
      putPerson(next, known?.version ?? 0),
      ...(invited ? [removePerson(invited.user_id)] : []),
    ],
    events: [],
    audit: [
      {
        action: known ? 'person.roles_followed' : 'person.added',
        target: next.user_id,
        before: known,
        after: next,
      },
    ],
    response: next,
    reconsider: () => decideAdmission(deps, tenant, signIn),
  };
}

/** The person as they should be; undefined where nothing changes. */
function admitted(signIn: SignIn, known?: Person, invited?: Person): Person | undefined {
  if (known?.managed) return undefined;
  if (known && !invited && sameRoles(known.roles, signIn.roles)) return undefined;
  const base = known ?? newPerson(signIn);
  const version = (known?.version ?? 0) + 1;
  if (!invited) return { ...base, roles: [...signIn.roles], version };
  const { roles, name, language, active } = invited;
  return { ...base, roles, name, language, active, managed: true, version };
}

const newPerson = ({ userId, email, name, roles, language }: SignIn): Person => ({
  user_id: userId,
  email,
  name: name ?? email,
  roles: [...roles],
  language: language ?? 'en',
  active: true,
  managed: false,
  version: 1,
});
