import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { Finding, FindingCode } from './finding.ts';

type ReasonName =
  | 'site'
  | 'open'
  | 'shift'
  | 'role'
  | 'level'
  | 'gps'
  | 'alarm'
  | 'degraded'
  | 'checker';

type ReasonKey =
  | `reason.${ReasonName}`
  | `finding.${FindingCode}`
  | 'value.site_type'
  | 'value.security_level'
  | 'value.operating_hours';

/** Words for the person who decides, from the catalogue of a language. */
export interface ReasonWords {
  say(key: ReasonKey, values?: Readonly<Record<string, string | number>>): string;
  /** Where findings can be told in full; other languages name them and leave the rest to citations. */
  readonly inEnglish: boolean;
}

/** Why each thing is proposed, for the person who decides, and what the checker says against it. */
export function explain(
  draft: ResourceDraft,
  facts: DraftFacts,
  findings: readonly Finding[],
  words: ReasonWords,
): string[] {
  const against = findings.map(({ code, detail }) =>
    words.say('reason.checker', {
      finding: words.inEnglish ? detail : words.say(`finding.${code}`),
    }),
  );
  return [...why(draft, facts, words), ...against];
}

function why(draft: ResourceDraft, facts: DraftFacts, words: ReasonWords): string[] {
  const { say } = words;
  const type = say('value.site_type', { value: facts.siteType });
  switch (draft.kind) {
    case 'site':
      return [
        say('reason.site', { name: facts.siteName, type, people: facts.expectedUsers }),
        say('reason.open', { hours: hoursText(facts, words), zone: facts.timeZone }),
      ];
    case 'shift': {
      const { start, end, people } = draft.data;
      return [say('reason.shift', { start, end, people })];
    }
    case 'staff_role':
      return [say('reason.role', { type })];
    case 'security_policy':
      return controls(draft.data, words);
    default:
      return [];
  }
}

const hoursText = ({ hours }: DraftFacts, { say }: ReasonWords): string =>
  say('value.operating_hours', { ...hours, around_the_clock: String(hours.around_the_clock) });

function controls(
  policy: Extract<ResourceDraft, { kind: 'security_policy' }>['data'],
  { say }: ReasonWords,
): string[] {
  const level = say('value.security_level', { value: policy.level });
  return [
    say('reason.level', { level, meters: policy.permitted_distance_meters ?? 0 }),
    ...(policy.gps ? [say('reason.gps')] : []),
    ...(policy.inactivity_alarm ? [say('reason.alarm')] : []),
  ];
}
