import type { Passage } from '#shared/knowledge/passages/find-passages.ts';
import { quoteOf } from '#shared/knowledge/search/quote.ts';
import { sentencesOf } from '#shared/knowledge/search/sentences.ts';
import type { ResourceData, ResourceDraft } from '#shared/resources/resource.ts';
import type { CheckInput } from './check-input.ts';
import { type Claim, claimsIn } from './claims/claim.ts';
import { concerns, type SiteInQuestion } from './claims/scope.ts';
import type { Finding } from './finding.ts';
import type { Citation } from './recommendation.ts';

/**
 * The draft breaks nothing that a document of the company states about this site in so many words.
 * Each finding cites its sentence; what several sentences state is found once. Nothing that a document
 * says fills or changes a value.
 */
export function checkDocuments({ drafts, facts, passages = [] }: CheckInput): Finding[] {
  const claims = passages.flatMap((passage) => claimsOf(passage, facts));
  const found = drafts.flatMap((draft, index) =>
    claims.flatMap(({ claim, citation }): Finding[] => {
      const broken = brokenBy(claim, draft);
      if (!broken) return [];
      const { field, detail } = broken;
      const pointer = `/${index}/${field}`;
      return [{ code: 'contradicts_documents', entityType: draft.kind, pointer, detail, citation }];
    }),
  );
  return found.filter((one, at) => found.findIndex(({ detail }) => detail === one.detail) === at);
}

interface CitedClaim {
  readonly claim: Claim;
  readonly citation: Citation;
}

function claimsOf({ title, text, citation }: Passage, site: SiteInQuestion): CitedClaim[] {
  const around = { headings: [title, ...citation.heading_path], text };
  return sentencesOf(text).flatMap((sentence) => {
    const said = sentence.text.normalize('NFC');
    // "North Gate" is a name, and no gate.
    const claims = claimsIn(said.replaceAll(site.siteName, '—'));
    if (claims.length === 0 || !concerns(said, around, site)) return [];
    const { quote } = quoteOf(0, sentence);
    return claims.map((claim) => ({ claim, citation: { ...citation, quote } }));
  });
}

interface Broken {
  readonly field: string;
  readonly detail: string;
}

function brokenBy(claim: Claim, draft: ResourceDraft): Broken | undefined {
  if (draft.kind === 'site')
    return brokenHours(claim, draft.data) ?? brokenNumbers(claim, draft.data);
  return draft.kind === 'security_policy' ? brokenLevel(claim, draft.data) : undefined;
}

function brokenHours(claim: Claim, { operating_hours }: ResourceData<'site'>): Broken | undefined {
  const { open, close, around_the_clock } = operating_hours;
  const drafted = (time: string) =>
    around_the_clock ? 'it never closes' : `the draft says ${time}`;
  const broken = (said: string, other: string) => ({
    field: 'operating_hours',
    detail: `A document says that it ${said}, ${other}`,
  });
  if (claim.kind === 'opens' && (around_the_clock || claim.time !== open))
    return broken(`opens at ${claim.time}`, drafted(open));
  if (claim.kind === 'closes' && (around_the_clock || claim.time !== close))
    return broken(`closes at ${claim.time}`, drafted(close));
  if (claim.kind === 'around_the_clock' && !around_the_clock)
    return broken('is open around the clock', `the draft says ${open} to ${close}`);
  return undefined;
}

function brokenNumbers(claim: Claim, { expected_users }: ResourceData<'site'>): Broken | undefined {
  const broken = (limit: string) => ({
    field: 'expected_users',
    detail: `A document says ${limit} people, the draft ${expected_users}`,
  });
  if (claim.kind === 'most_people' && expected_users > claim.count)
    return broken(`at most ${claim.count}`);
  if (claim.kind === 'least_people' && expected_users < claim.count)
    return broken(`at least ${claim.count}`);
  return undefined;
}

const STRICTNESS = { basic: 0, enhanced: 1, high: 2 } as const;

/** More security than a document asks for contradicts nothing. */
function brokenLevel(claim: Claim, { level }: ResourceData<'security_policy'>): Broken | undefined {
  if (claim.kind !== 'security' || STRICTNESS[level] >= STRICTNESS[claim.level]) return undefined;
  const detail = `A document asks for ${claim.level} security, the draft has ${level}`;
  return { field: 'level', detail };
}
