import * as z from 'zod';
import type { ResourceKind } from '#shared/resources/resource.ts';
import { type Change, siteCodeOf } from './change.ts';

/** Constants of the risk formula, PRODUCT section 4. */
const VOLUME_STEPS = [
  { over: 20, value: 0.3 },
  { over: 10, value: 0.2 },
  { over: 5, value: 0.1 },
] as const;
const KIND_WEIGHT = 0.3;
const KIND_BASE: Readonly<Partial<Record<ResourceKind, number>>> = {
  site: 0.8,
  shift: 0.6,
  user: 0.5,
  staff_role: 0.4,
  device: 0.3,
};
const OTHER_BASE = 0.1;
const REPEAT_STEP = 0.1;
const DELETE_STEP = 0.15;
const DELETE_CAP = 0.3;
const DEPENDENTS = 0.2;
const WEAKENED = 0.2;

export const risk = z.object({
  score: z.number().min(0).max(1),
  terms: z.array(z.object({ name: z.string(), value: z.number(), reason: z.string() })),
});
export type Risk = z.infer<typeof risk>;
type RiskTerm = Risk['terms'][number];

/**
 * How much a set of changes can hurt, in [0, 1], with every term that made it so.
 * @param dependentsOf how many resources outside the changeset rely on a changed one
 */
export function assessRisk(
  changes: readonly Change[],
  dependentsOf: (entityId: string) => number = () => 0,
): Risk {
  const terms = [
    volumeTerm(changes),
    kindTerm(changes),
    deleteTerm(changes),
    dependentsTerm(changes, dependentsOf),
    weakenedTerm(changes),
  ].filter(({ value }) => value > 0);
  const sum = terms.reduce((total, { value }) => total + value, 0);
  return { score: round(Math.min(1, sum)), terms };
}

// Sums of decimal constants are kept free of binary noise, so that .4 is not below .4.
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function volumeTerm({ length }: readonly Change[]): RiskTerm {
  const step = VOLUME_STEPS.find(({ over }) => length > over);
  return { name: 'volume', value: step?.value ?? 0, reason: `${length} changes` };
}

function kindTerm(changes: readonly Change[]): RiskTerm {
  const counts = new Map<ResourceKind, number>();
  for (const { entity_type } of changes)
    counts.set(entity_type, (counts.get(entity_type) ?? 0) + 1);
  const scored = [...counts].map(([kind, count]) => ({
    kind,
    value: Math.min(1, (KIND_BASE[kind] ?? OTHER_BASE) + REPEAT_STEP * (count - 1)),
  }));
  const worst = scored.reduce((a, b) => (b.value > a.value ? b : a), { kind: 'none', value: 0 });
  return { name: 'kinds', value: round(KIND_WEIGHT * worst.value), reason: `mostly ${worst.kind}` };
}

function deleteTerm(changes: readonly Change[]): RiskTerm {
  const count = changes.filter(({ operation }) => operation === 'delete').length;
  const value = round(Math.min(DELETE_STEP * count, DELETE_CAP));
  const sites = changes.filter(isDeleteOfSite).map(({ entity_id }) => entity_id);
  const named = sites.length > 0 ? `, among them ${sites.join(', ')}` : '';
  return { name: 'deletes', value, reason: `${count} deletes${named}` };
}

function dependentsTerm(
  changes: readonly Change[],
  dependentsOf: (entityId: string) => number,
): RiskTerm {
  const relied = changes.flatMap(({ operation, entity_id }) => {
    const count = operation === 'create' ? 0 : dependentsOf(entity_id);
    return count > 0 ? [`${entity_id} (${count})`] : [];
  });
  const names = relied.join(', ');
  return { name: 'dependents', value: relied.length > 0 ? DEPENDENTS : 0, reason: names };
}

function weakenedTerm(changes: readonly Change[]): RiskTerm {
  const deleted = new Set(
    changes.filter(isDeleteOfSite).map(({ entity_id }) => entity_id.slice('site:'.length)),
  );
  const weaker = changes.filter((step) => isWeaker(step) && !deleted.has(siteCodeOf(step) ?? ''));
  const names = weaker.map(({ entity_id }) => entity_id).join(', ');
  return { name: 'security_weakened', value: weaker.length > 0 ? WEAKENED : 0, reason: names };
}

export const isDeleteOfSite = ({ operation, entity_type }: Change): boolean =>
  operation === 'delete' && entity_type === 'site';

const SWITCHES = ['gps', 'inactivity_alarm', 'device_events', 'site_audit'];
const LEVELS = ['basic', 'enhanced', 'high'];

/** The gravest first: sites that go, other deletes, controls that get weaker; the rest in its order. */
export const gravestFirst = <Step extends Change>(changes: readonly Step[]): readonly Step[] =>
  changes.toSorted((one, other) => gravity(other) - gravity(one));

const gravity = (step: Change): number => {
  if (isDeleteOfSite(step)) return 3;
  if (step.operation === 'delete') return 2;
  return isWeaker(step) ? 1 : 0;
};

/** A control goes away, a level goes down, or people may be farther from their site than before. */
function isWeaker({ entity_type, before, after }: Change): boolean {
  if (entity_type !== 'security_policy' || !before) return false;
  if (!after) return true;
  const switchedOff = SWITCHES.some((name) => before[name] === true && after[name] !== true);
  const lowered = LEVELS.indexOf(String(after['level'])) < LEVELS.indexOf(String(before['level']));
  return switchedOff || lowered || reach(after) > reach(before);
}

const reach = (policy: NonNullable<Change['after']>): number => {
  const meters = policy['permitted_distance_meters'];
  return typeof meters === 'number' ? meters : Number.POSITIVE_INFINITY;
};
