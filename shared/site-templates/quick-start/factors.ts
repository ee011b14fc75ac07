import * as z from 'zod';
import { MINUTES_PER_DAY, minutesOf, securityLevel } from '#shared/facility/values.ts';
import { levelOf } from '../security-level.ts';
import type { SiteTemplate } from '../site-template.ts';
import type { IndustryEvidence } from './judge-industry.ts';
import type { SiteFacts } from './read-facts.ts';

/** What a score is made of (wire shape): `contribution` = `value` × `weight`, all from 0 to 1. */
export const factor = z.strictObject({
  name: z.enum(['industry', 'staff', 'hours', 'security', 'requirements', 'history']),
  value: z.number().min(0).max(1),
  weight: z.number().min(0).max(1),
  contribution: z.number().min(0).max(1),
  reason: z.string(),
});
export type Factor = z.infer<typeof factor>;
export type FactorName = Factor['name'];

/** A factor before it is weighed. */
export interface Judgement {
  readonly name: FactorName;
  readonly value: number;
  readonly reason: string;
}

/** Every factor that the facts allow to judge; what was not said is not judged. */
export const judge = (
  template: SiteTemplate,
  industry: IndustryEvidence,
  facts: SiteFacts,
  history: readonly string[],
): Judgement[] => [
  { name: 'industry', value: industry.value, reason: industry.reason },
  ...judgeStaff(template, facts),
  ...judgeHours(template, facts),
  ...judgeSecurity(template, facts),
  ...judgeRequirements(template, facts),
  ...judgeHistory(template, history),
];

function judgeStaff({ recommended_staff: { min, max } }: SiteTemplate, facts: SiteFacts) {
  const { staffCount } = facts;
  if (staffCount === undefined) return [];
  const value = Math.min(1, staffCount / min, max / staffCount);
  const reason = `${staffCount} people; the template is made for ${min} to ${max}`;
  return [{ name: 'staff', value, reason } as const];
}

function judgeHours({ site: { operating_hours } }: SiteTemplate, { opening }: SiteFacts) {
  if (!opening) return [];
  const { open, close } = operating_hours;
  const minutes = (minutesOf(close) - minutesOf(open) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const usual = minutes || MINUTES_PER_DAY;
  const value = 1 - Math.abs(usual - opening.minutesPerDay) / MINUTES_PER_DAY;
  const reason = `open ${inHours(opening.minutesPerDay)} hours a day, the template ${inHours(usual)}`;
  return [{ name: 'hours', value, reason } as const];
}

const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

function judgeSecurity({ security }: SiteTemplate, { securityLevel: wanted }: SiteFacts) {
  if (!wanted) return [];
  const levels = securityLevel.options;
  const usual = levelOf(security);
  const apart = Math.abs(levels.indexOf(usual) - levels.indexOf(wanted));
  const value = 1 - apart / (levels.length - 1);
  const reason = `${wanted} security is wanted, the template has ${usual}`;
  return [{ name: 'security', value, reason } as const];
}

function judgeRequirements({ id }: SiteTemplate, { requirements }: SiteFacts) {
  const known = requirements.filter(({ templates }) => templates.length > 0);
  if (known.length === 0) return [];
  const met = known.filter(({ templates }) => templates.includes(id));
  const names = met.map(({ written }) => written).join(', ');
  const reason = names ? `usual here: ${names}` : 'the requirements are usual elsewhere';
  return [{ name: 'requirements', value: met.length / known.length, reason } as const];
}

function judgeHistory({ id }: SiteTemplate, history: readonly string[]) {
  if (history.length === 0) return [];
  const times = history.filter((chosen) => chosen === id).length;
  const reason = `chosen in ${times} of your organisation’s ${history.length} earlier onboardings`;
  return [{ name: 'history', value: times / history.length, reason } as const];
}
