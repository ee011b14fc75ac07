import type { ResourceData } from '#shared/resources/resource.ts';
import { sameValue } from '#shared/slots/filled-slots.ts';
import type { CheckInput } from './check-input.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { Finding } from './finding.ts';

/** Field of the site → what the person said. */
const statedSite = (facts: DraftFacts): Partial<ResourceData<'site'>> => ({
  name: facts.siteName,
  site_type: facts.siteType,
  expected_users: facts.expectedUsers,
  operating_hours: facts.hours,
  time_zone: facts.timeZone,
});

/** The draft says what was said: site, roles and shifts. */
export function checkAnswers({ drafts, facts }: CheckInput): Finding[] {
  const roles = drafts.flatMap((draft) => (draft.kind === 'staff_role' ? [draft.data.code] : []));
  const shifts = drafts.flatMap((draft) => (draft.kind === 'shift' ? [draft.data] : []));
  const planned = shifts.map(({ name, start, end, people }) => ({ name, start, end, people }));
  return [
    ...siteFindings({ drafts, facts }),
    ...(sameSet(roles, facts.staffRoles) ? [] : [differs('staff_role', 'The roles differ')]),
    ...(sameSet(planned, facts.shifts) ? [] : [differs('shift', 'The shifts differ')]),
  ];
}

function siteFindings({ drafts, facts }: CheckInput): Finding[] {
  const site = drafts.find((draft) => draft.kind === 'site');
  if (site?.kind !== 'site') return [];
  const said = Object.entries(statedSite(facts));
  const actual = new Map<string, unknown>(Object.entries(site.data));
  return said.flatMap(([field, value]) =>
    sameValue(actual.get(field), value)
      ? []
      : [differs('site', `${field} is not what was said`, `/0/${field}`)],
  );
}

const sameSet = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((one) => right.some((other) => sameValue(one, other)));

const differs = (entityType: Finding['entityType'], detail: string, pointer = ''): Finding => ({
  code: 'differs_from_answers',
  entityType,
  pointer,
  detail,
});
