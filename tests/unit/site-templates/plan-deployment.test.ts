import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';
import { findTemplate, SITE_TEMPLATES } from '#shared/site-templates/catalogue.ts';
import { createdObjects } from '#shared/site-templates/created-objects.ts';
import { type Customizations, customizations } from '#shared/site-templates/customizations.ts';
import { CustomizationError, TemplateNotFoundError } from '#shared/site-templates/errors.ts';
import { planDeployment } from '#shared/site-templates/plan-deployment.ts';
import { versionOf } from '#shared/site-templates/template-version.ts';

const plain = customizations.parse({});

describe('planning a deployment', () => {
  it('makes the site, its shifts, its staff roles and its security policy', () => {
    const { drafts, createdObjects: made } = planDeployment(findTemplate('retail_store'), plain);
    expect(drafts.map(entityIdOf)).toEqual([
      'site:RT001',
      'shift:RT001/opening',
      'shift:RT001/closing',
      'shift:RT001/overnight-security',
      'staff_role:RT001/CASHIER',
      'staff_role:RT001/SALES',
      'staff_role:RT001/MANAGER',
      'staff_role:RT001/SECURITY',
      'security_policy:RT001',
    ]);
    expect(made.security_policies).toEqual([
      {
        entity_id: 'security_policy:RT001',
        site_code: 'RT001',
        level: 'enhanced',
        gps: true,
        inactivity_alarm: false,
        device_events: true,
        site_audit: false,
        permitted_distance_meters: null,
      },
    ]);
    expect(made.shifts).toHaveLength(3);
  });

  it.each([
    ['office_corporate', 'basic'],
    ['retail_store', 'enhanced'],
    ['datacenter_facility', 'high'],
  ])('calls the controls of %s %s security', (templateId, level) => {
    const { createdObjects: made } = planDeployment(findTemplate(templateId), plain);
    expect(made.security_policies[0]?.level).toBe(level);
  });

  it('moves everything to the code of the customized site', () => {
    const changes = customizations.parse({ site: { code: 'NORTH7' } });
    const { drafts } = planDeployment(findTemplate('office_corporate'), changes);
    expect(drafts.every((draft) => entityIdOf(draft).includes('NORTH7'))).toBe(true);
  });

  it('plans the same bytes twice, and only resources that their schemas accept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SITE_TEMPLATES), anyCustomizations, (template, changes) => {
        const plan = planOrRefusal(template, changes);
        expect(JSON.stringify(planOrRefusal(template, changes))).toBe(JSON.stringify(plan));
        if (plan === 'refused') return;
        createdObjects.parse(plan.createdObjects);
        for (const { kind, data } of plan.drafts) RESOURCE_SCHEMAS[kind].parse(data);
        const ids = plan.drafts.map(entityIdOf);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('plans the same from customizations in any order', () => {
    const inOrder = anyCustomizations.map((changes) => ({
      changes,
      reversed: {
        ...changes,
        shifts: changes.shifts.toReversed(),
        staff_roles: changes.staff_roles.toReversed(),
      },
    }));
    fc.assert(
      fc.property(
        fc.constantFrom(...SITE_TEMPLATES),
        inOrder,
        (template, { changes, reversed }) => {
          expect(planOrRefusal(template, reversed)).toEqual(planOrRefusal(template, changes));
        },
      ),
    );
  });
});

describe('the catalogue', () => {
  it('says so when there is no such template', () => {
    expect(() => findTemplate('__proto__')).toThrow(TemplateNotFoundError);
  });

  it('gives a version that follows the content, not the order of its fields', () => {
    const template = findTemplate('office_corporate');
    const reordered = Object.fromEntries(Object.entries(template).reverse());
    expect(versionOf({ ...template, ...reordered })).toBe(versionOf(template));
    expect(versionOf({ ...template, setup_minutes: 16 })).not.toBe(versionOf(template));
    expect(new Set(SITE_TEMPLATES.map(versionOf)).size).toBe(SITE_TEMPLATES.length);
    expect(versionOf(template)).toMatch(/^[0-9a-f]{64}$/);
  });
});

const time = fc.constantFrom('00:00', '06:00', '08:30', '18:00', '22:00');

const anyCustomizations: fc.Arbitrary<Customizations> = fc.record({
  site: fc.record(
    {
      name: fc.constantFrom('North', 'Büro ✓', '总部'),
      code: fc.constantFrom('NORTH1', 'abc'),
      open: time,
      close: time,
      around_the_clock: fc.boolean(),
      expected_users: fc.integer({ min: 1, max: 1000 }),
      guards: fc.nat(50),
      permitted_distance_meters: fc.constantFrom(null, 10, 1000),
      controls: fc.record({ gps: fc.boolean(), site_audit: fc.boolean() }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  shifts: fc.uniqueArray(
    fc.oneof(
      fc.record({
        name: fc.constantFrom('Day', 'day', 'Night', 'Zeta', '夜'),
        start: time,
        end: time,
        people: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({ name: fc.constantFrom('Day', 'First', 'Zeta'), remove: fc.constant(true) }),
    ),
    { selector: ({ name }) => name.toLowerCase() },
  ),
  staff_roles: fc.uniqueArray(
    fc.record(
      { code: fc.constantFrom('ADMIN', 'A_B', 'SECURITY'), name: fc.constant('Somebody') },
      { requiredKeys: ['code'] },
    ),
    { selector: ({ code }) => code },
  ),
});

function planOrRefusal(...input: Parameters<typeof planDeployment>) {
  try {
    return planDeployment(...input);
  } catch (error) {
    if (error instanceof CustomizationError) return 'refused';
    throw error;
  }
}
