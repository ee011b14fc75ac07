import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VectorDatabase } from '#shared/vectors/databases/vector-database.ts';
import type { Filter } from '#shared/vectors/vector-store.ts';
import { directions, SPACE, type VectorStoreHarness } from '../store-suite/store-world.ts';
import { type Crowd, createCrowd, DIMENSIONS, TAGS } from './crowd.ts';

export interface ForeignCount {
  readonly queries: number;
  /** Chunks that queries gave of the tenant that asked. */
  readonly own: number;
  readonly foreign: number;
}

/**
 * Asks as random tenants with random filters, every other time straight from the database with the
 * versions of another tenant named, and counts whose chunks come back. The same seed asks the same.
 */
export async function countForeign(
  harness: VectorStoreHarness & { readonly connected?: readonly VectorDatabase[] },
  queries: number,
  parallel = 4,
): Promise<ForeignCount> {
  const crowd = await createCrowd(harness);
  const [database] = harness.connected ?? [];
  const counted = { queries, own: 0, foreign: 0 };
  const asked = Array.from({ length: parallel }, async (_, part) => {
    const draw = drawing(part + 1);
    for (let query = part; query < queries; query += parallel) {
      const found =
        database && query % 2 === 1
          ? await askDatabase(database, crowd, draw)
          : await askStore(harness, crowd, draw);
      counted.own += found.own;
      counted.foreign += found.foreign;
    }
  });
  await Promise.all(asked);
  return counted;
}

/** A number from 0 to below `limit`. */
type Draw = (limit: number) => number;

async function askStore({ store }: VectorStoreHarness, crowd: Crowd, draw: Draw) {
  const tenant = pick(crowd.tenants, draw);
  const view = await store.open(tenant);
  const filter = drawFilter(crowd, draw);
  const matches = await view.nearest({
    spaceId: SPACE,
    vector: drawVector(draw),
    limit: 1 + draw(30),
    filter,
  });
  const own = matches.filter(({ chunk }) => chunk.text.startsWith(`${tenant} `)).length;
  return { own, foreign: matches.length - own };
}

async function askDatabase(database: VectorDatabase, crowd: Crowd, draw: Draw) {
  const [tenant, victim] = [pick(crowd.tenants, draw), pick(crowd.tenants, draw)];
  const among = [...ownedBy(crowd, victim), ...ownedBy(crowd, pick(crowd.tenants, draw))];
  const query = { spaceId: SPACE, vector: drawVector(draw), limit: 1 + draw(30), among };
  const rows = await database.nearest(tenant, query);
  const contents = new Set(ownedBy(crowd, tenant).map(({ content }) => content));
  const own = rows.filter(({ content }) => contents.has(content)).length;
  return { own, foreign: rows.length - own };
}

const ownedBy = ({ versions }: Crowd, tenant: Tenant) => versions.get(tenant) ?? [];

function drawFilter({ documents, tenants }: Crowd, draw: Draw): Filter {
  const tenant = pick(tenants, draw);
  const values = [...documents, tenant, `${tenant}#handbook`, '*', ''];
  return {
    ...(draw(2) === 0 && { tags: [pick(TAGS, draw), pick([...TAGS, tenant], draw)] }),
    ...(draw(3) === 0 && { document_id: [pick(values, draw), pick(values, draw)] }),
    ...(draw(20) === 0 && { tenant: [tenant] }),
  };
}

const QUESTIONS = directions(500, DIMENSIONS, 77);

const drawVector = (draw: Draw): Float32Array => pick(QUESTIONS, draw);

function pick<Value>(values: readonly Value[], draw: Draw): Value {
  const value = values[draw(values.length)];
  if (value === undefined) throw new RangeError('Nothing to pick from');
  return value;
}

function drawing(seed: number): Draw {
  let state = seed * 7_919;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}
