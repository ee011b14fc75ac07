import type { Caller } from '#shared/http/caller.ts';
import { AppError } from '#shared/runtime/app-error.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import { equals } from '#shared/store/write.ts';

type PermitDeps = CommitDeps & { readonly ids: { uuid(): string } };

/** How many requests of a tenant may wait at once: each occupies an instance of the account's. */
export const MAX_WAITING = 5;
/** A permit whose request died is free again this long after its wait. */
const SLACK_SECONDS = 5;

/** Does something that takes long, where the tenant has a permit left; undefined where it has none. */
export async function whilePermitted<Result>(
  deps: PermitDeps,
  caller: Caller,
  seconds: number,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const permit: Permit = {
    holder: deps.ids.uuid(),
    at: deps.clock.now().toISOString(),
    until: new Date(deps.clock.now().getTime() + (seconds + SLACK_SECONDS) * 1000).toISOString(),
  };
  const place = await carryOut(deps, caller, take(permit, 0));
  if (place === undefined) return undefined;
  try {
    return await work();
  } finally {
    await carryOut(deps, caller, giveBack(permit, place));
  }
}

interface Permit {
  readonly holder: string;
  readonly at: string;
  readonly until: string;
}

class PlaceTakenError extends AppError {
  readonly code = 'rate_limited';
}

const keyOf = (place: number) => ({ partition: 'WAITING', sort: String(place) });
const refused = () => new PlaceTakenError('Somebody else has this place');
const without = { events: [], audit: [] };

/** The first place that is free; undefined when none is. */
const take = (permit: Permit, place: number): Decision<number | undefined> => ({
  ...without,
  writes: [putPermit(permit, place)],
  response: place,
  reconsider: async () =>
    place + 1 < MAX_WAITING ? take(permit, place + 1) : justAnswer(undefined),
});

const putPermit = ({ holder, at, until }: Permit, place: number): Write => ({
  action: 'put',
  key: keyOf(place),
  condition: { kind: 'absent_or_before', attribute: 'held_until', at },
  refused,
  item: { holder, held_until: until },
  expiresAt: until,
});

/** A permit that lapsed may have gone to somebody else. */
const giveBack = ({ holder }: Permit, place: number): Decision<undefined> => ({
  ...without,
  writes: [{ action: 'delete', key: keyOf(place), condition: equals({ holder }), refused }],
  response: undefined,
  reconsider: async () => justAnswer(undefined),
});

async function carryOut<Response>(
  deps: PermitDeps,
  { tenant, userId, correlationId }: Caller,
  decision: Decision<Response>,
): Promise<Response | undefined> {
  const done = await commit(deps, { tenant, actor: { id: userId }, correlationId }, decision);
  return done.kind === 'done' ? done.response : undefined;
}
