import { type Change, changeTo, type Existing } from '#shared/changesets/change.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';

/** Resources as tests need them: valid, and each different where the test says so. */
export const site = (code = 'OFF001', more: object = {}): ResourceDraft => ({
  kind: 'site',
  data: {
    code,
    name: 'Main Office',
    site_type: 'office',
    time_zone: 'Europe/Berlin',
    operating_hours: { open: '08:00', close: '18:00', around_the_clock: false },
    expected_users: 20,
    ...more,
  },
});

export const shift = (name: string, site_code = 'OFF001', more: object = {}): ResourceDraft => ({
  kind: 'shift',
  data: { site_code, name, start: '08:00', end: '16:00', people: 3, ...more },
});

export const staffRole = (code: string, site_code = 'OFF001'): ResourceDraft => ({
  kind: 'staff_role',
  data: { site_code, code, name: code },
});

export const securityPolicy = (more: object = {}, site_code = 'OFF001'): ResourceDraft => ({
  kind: 'security_policy',
  data: {
    site_code,
    level: 'enhanced',
    gps: true,
    inactivity_alarm: false,
    device_events: true,
    site_audit: false,
    permitted_distance_meters: 50,
    ...more,
  },
});

export const user = (email: string, more: object = {}): ResourceDraft => ({
  kind: 'user',
  data: { email, name: email, role: 'GUARD', ...more },
});

export const device = (imei: string, more: object = {}): ResourceDraft => ({
  kind: 'device',
  data: { imei, name: 'Radio', model: 'R1', ...more },
});

/** The step that creates it, as a recommendation would propose it. */
export function creating(draft: ResourceDraft): Change {
  const step = changing(draft, undefined);
  return { ...step, recommendation_id: `rec:${step.entity_id}` };
}

/** The step from what there is. */
export function changing(draft: ResourceDraft, existing: Existing | undefined): Change {
  const step = changeTo(draft, existing);
  if (!step) throw new Error('It is that already');
  return step;
}

/** The step from one state of a resource to another. */
export const between = (before: ResourceDraft, after: ResourceDraft, version = 1): Change =>
  changing(after, { data: creating(before).after, version });

/** The step that deletes it. */
export function deleting(draft: ResourceDraft, version = 1): Change {
  const { entity_type, entity_id, after } = changing(draft, undefined);
  return {
    entity_type,
    entity_id,
    operation: 'delete',
    before: after,
    after: null,
    base_version: version,
  };
}
