import type { OperatingHours } from '#shared/facility/values.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { Finding } from './finding.ts';

/** Why each thing is proposed, for the person who decides, and what the checker says against it. */
export function explain(
  draft: ResourceDraft,
  facts: DraftFacts,
  findings: readonly Finding[],
): string[] {
  return [...why(draft, facts), ...findings.map(({ detail }) => `Checker: ${detail}.`)];
}

function why(draft: ResourceDraft, facts: DraftFacts): string[] {
  switch (draft.kind) {
    case 'site':
      return [
        `${facts.siteName} is a site of type ${facts.siteType} for ${facts.expectedUsers} people.`,
        `It is open ${hoursText(facts.hours)}, ${facts.timeZone} time.`,
      ];
    case 'shift':
      return [`Covers ${draft.data.start} to ${draft.data.end} with ${draft.data.people} people.`];
    case 'staff_role':
      return [`Sites of type ${facts.siteType} usually need it, or it was asked for.`];
    case 'security_policy':
      return controls(draft.data);
    default:
      return [];
  }
}

const hoursText = ({ open, close, around_the_clock }: OperatingHours): string =>
  around_the_clock ? 'around the clock' : `${open} to ${close}`;

function controls(policy: Extract<ResourceDraft, { kind: 'security_policy' }>['data']): string[] {
  return [
    `Security level ${policy.level}: people may be ${policy.permitted_distance_meters} m away.`,
    ...(policy.gps ? ['GPS is on for enhanced and high security.'] : []),
    ...(policy.inactivity_alarm ? ['The inactivity alarm is on for high security.'] : []),
  ];
}
