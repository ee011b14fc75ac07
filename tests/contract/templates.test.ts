import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITE_TEMPLATES } from '#shared/site-templates/catalogue.ts';
import { checkCompatibility } from '#shared/site-templates/check-compatibility.ts';
import { customizations } from '#shared/site-templates/customizations.ts';
import { customize } from '#shared/site-templates/customize.ts';
import { isNightShift } from '#shared/site-templates/shift-hours.ts';
import { siteTemplate } from '#shared/site-templates/site-template.ts';

const FOLDER = new URL('../../templates/sites/', import.meta.url);
const files = readdirSync(FOLDER);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

/** The product's table of templates, a line each, as one writes it by hand. */
const TABLE = {
  office_corporate: [
    'Main Office OFF001 08:00-18:00 guards 2 admins 3 permit no distance - devices 2 people -',
    'controls -',
    'Day 08:00-17:00 x2 check 30; Night Security 18:00-06:00 x1 check 60 N',
    'SECURITY ADMIN SUPERVISOR',
    '15 min low 5-20; office, corporate, headquarters, business center; ',
  ],
  retail_store: [
    'Retail Store RT001 09:00-21:00 guards 4 admins 2 permit no distance - devices 4 people 12',
    'controls gps device_events',
    'Opening 08:30-16:30 x3 check 20; Closing 14:00-22:00 x3 check 20; Overnight Security 22:00-08:00 x1 check 45 N',
    'CASHIER SALES MANAGER SECURITY',
    '25 min medium 8-25; retail, store, shop, mall, boutique; ',
  ],
  healthcare_hospital: [
    'Medical Center HC001 24h guards 12 admins 8 permit yes distance 50 devices 12 people 50',
    'controls gps inactivity_alarm device_events site_audit',
    'Day 07:00-19:00 x12 check 10; Night 19:00-07:00 x8 check 15 N',
    'NURSE DOCTOR SECURITY ADMIN TECH',
    '60 min high 30-200; hospital, clinic, healthcare, medical center; ',
  ],
  manufacturing_factory: [
    'Manufacturing Plant MFG001 24h guards 15 admins 10 permit yes distance 200 devices 15 people 75',
    'controls gps inactivity_alarm device_events',
    'First 06:00-14:00 x25 check 10; Second 14:00-22:00 x20 check 10; Third 22:00-06:00 x15 check 15 N; Maintenance 02:00-06:00 x5 check 20 N',
    'OPERATOR SUPERVISOR MAINTENANCE QC SAFETY SECURITY',
    '50 min high 50-200; manufacturing, factory, plant, production, assembly; OSHA, ISO 9001',
  ],
  datacenter_facility: [
    'Data Center DC001 24h guards 8 admins 6 permit yes distance 50 devices 10 people 20',
    'controls gps inactivity_alarm device_events site_audit',
    'Day Ops 08:00-20:00 x6 check 5; Night Ops 20:00-08:00 x4 check 5 N',
    'SYSADMIN SECURITY TECH MANAGER NETWORK',
    '40 min high 10-30; data center, server farm, cloud facility, colocation; SOC 2, ISO 27001, HIPAA',
  ],
  warehouse_industrial: [
    'Warehouse Operations WH001 24h guards 8 admins 5 permit yes distance 100 devices 8 people 25',
    'controls gps inactivity_alarm device_events',
    'Morning 06:00-14:00 x8 check 15; Afternoon 14:00-22:00 x6 check 15; Night 22:00-06:00 x4 check 20 N',
    'GUARD SUPERVISOR WAREHOUSE DRIVER',
    '45 min high 20-100; warehouse, distribution, logistics, industrial; ',
  ],
  educational_institution: [
    'Educational Campus EDU001 06:00-22:00 guards 6 admins 5 permit no distance 150 devices 8 people 40',
    'controls gps device_events',
    'Day 07:00-18:00 x8 check 25; Evening 18:00-22:00 x4 check 30; Night Security 22:00-07:00 x2 check 45 N',
    'TEACHER ADMIN SECURITY MAINTENANCE STUDENT_WORKER',
    '30 min medium 20-100; school, college, university, campus; ',
  ],
} as const;

describe('the template files', () => {
  it('each hold one valid template, named by its id', () => {
    const ids = files.map((file) => `${siteTemplate.parse(read(file)).id}.json`);
    expect(ids).toEqual(files);
  });

  it('are all in the catalogue', () => {
    expect(SITE_TEMPLATES.map(({ id }) => `${id}.json`).sort()).toEqual([...files].sort());
  });

  it('say what the table of the product says', () => {
    expect(Object.fromEntries(SITE_TEMPLATES.map((t) => [t.id, linesOf(t)]))).toEqual(TABLE);
  });

  it.each(SITE_TEMPLATES)('make a site that can work as they are: $id', (template) => {
    const blueprint = customize(template, customizations.parse({}));
    const check = checkCompatibility(template, blueprint);
    expect(check).toEqual({ compatible: true, issues: [], warnings: [], confidence: 1 });
  });

  it.each(SITE_TEMPLATES)('call a shift a night shift as the code would: $id', ({ shifts }) => {
    expect(shifts.map(isNightShift)).toEqual(shifts.map(({ night }) => night));
  });
});

function linesOf({ site, security, ...template }: (typeof SITE_TEMPLATES)[number]): string[] {
  const { open, close, around_the_clock } = site.operating_hours;
  const hours = around_the_clock ? '24h' : `${open}-${close}`;
  const { permitted_distance_meters: distance, ...controls } = security;
  const { min, max } = template.recommended_staff;
  return [
    `${site.name} ${site.code} ${hours} guards ${site.guards} admins ${site.admins} permit ${site.permit_required ? 'yes' : 'no'} distance ${distance ?? '-'} devices ${site.devices} people ${site.expected_users ?? '-'}`,
    `controls ${
      Object.entries(controls)
        .filter(([, on]) => on)
        .map(([name]) => name)
        .join(' ') || '-'
    }`,
    template.shifts
      .map(
        (shift) =>
          `${shift.name} ${shift.start}-${shift.end} x${shift.people} check ${shift.check_minutes}${shift.night ? ' N' : ''}`,
      )
      .join('; '),
    template.staff_roles.map(({ code }) => code).join(' '),
    `${template.setup_minutes} min ${template.complexity} ${min}-${max}; ${template.keywords.join(', ')}; ${template.compliance.join(', ')}`,
  ];
}
