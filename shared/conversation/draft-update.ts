import { type Change, changeTo, fieldsChanged } from '#shared/changesets/change.ts';
import { rounded } from '#shared/recommendations/consensus.ts';
import { securityPolicyOf } from '#shared/recommendations/maker.ts';
import type { Recommendation } from '#shared/recommendations/recommendation.ts';
import { recommendation } from '#shared/recommendations/recommendation.ts';
import { base32Digest } from '#shared/recommendations/site-code.ts';
import { RESOURCE_SCHEMAS, type ResourceDraft } from '#shared/resources/resource.ts';
import type { Resource } from '#shared/resources/resource-store.ts';
import type { FilledSlots } from '#shared/slots/slot-values.ts';
import type { Session } from './session.ts';

/** What an update comes to: steps from what is there to what was asked for, each with its reasons. */
export interface UpdateDraft {
  readonly siteName: string;
  readonly changes: readonly Change[];
  readonly recommendations: readonly Recommendation[];
  /** Mean confidence of what was said. */
  readonly confidence: number;
}

/**
 * The update that these facts mean for a site as it is. Without changes when it is so already.
 * @param existing what belongs to the site, itself included; undefined result where there is no site
 */
export function draftUpdate(
  { id, slots }: Session,
  existing: readonly Resource[],
): UpdateDraft | undefined {
  const site = existing.find(({ kind }) => kind === 'site');
  if (!site) return undefined;
  const drafts = wantedResources(slots, existing);
  const confidence = meanConfidence(slots);
  const planned = drafts.flatMap((draft) => {
    const change = changeFrom(draft, existing);
    if (!change) return [];
    const shown = recommendationOf(id, draft, change, confidence);
    return [{ shown, change: { ...change, recommendation_id: shown.recommendation_id } }];
  });
  return {
    siteName: String(site.data['name']),
    changes: planned.map(({ change }) => change),
    recommendations: planned.map(({ shown }) => shown),
    confidence,
  };
}

function wantedResources(slots: FilledSlots, existing: readonly Resource[]): ResourceDraft[] {
  return existing.flatMap(({ kind, data }): ResourceDraft[] => {
    if (kind === 'site')
      return [{ kind, data: RESOURCE_SCHEMAS.site.parse({ ...data, ...siteValues(slots) }) }];
    if (kind === 'security_policy' && slots.security_level)
      return [securityPolicyOf(slots.security_level.value, String(data['site_code']))];
    if (kind === 'shift' && data['name'] === slots.shift_name?.value)
      return [
        {
          kind,
          data: RESOURCE_SCHEMAS.shift.parse({ ...data, people: slots.shift_people?.value }),
        },
      ];
    return [];
  });
}

const siteValues = ({ expected_users, operating_hours, time_zone }: FilledSlots) => ({
  ...(expected_users && { expected_users: expected_users.value }),
  ...(operating_hours && { operating_hours: operating_hours.value }),
  ...(time_zone && { time_zone: time_zone.value }),
});

function changeFrom(draft: ResourceDraft, existing: readonly Resource[]): Change | undefined {
  const wanted = changeTo(draft);
  const before = existing.find(({ entity_id }) => entity_id === wanted?.entity_id);
  return changeTo(draft, before);
}

const recommendationOf = (
  sessionId: string,
  draft: ResourceDraft,
  change: Change,
  confidence: number,
): Recommendation =>
  recommendation.parse({
    recommendation_id: `rec_${base32Digest(`${sessionId}/${change.entity_id}`, 16).toLowerCase()}`,
    entity_type: draft.kind,
    action: 'update',
    data: draft.data,
    confidence_score: confidence,
    score_terms: [
      { name: 'maker_confidence', value: confidence, weight: 1, contribution: confidence },
    ],
    reasons: fieldsChanged(change.before, change.after).map(
      ({ field, old, new: next }) => `${field}: ${JSON.stringify(old)} → ${JSON.stringify(next)}`,
    ),
    citations: [],
  });

function meanConfidence(slots: FilledSlots): number {
  const all = Object.values(slots).flatMap((fill) => (fill ? [fill.confidence] : []));
  return rounded(all.reduce((sum, confidence) => sum + confidence, 0) / Math.max(1, all.length));
}
