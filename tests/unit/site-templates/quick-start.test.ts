import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTemplate, SITE_TEMPLATES } from '#shared/site-templates/catalogue.ts';
import { customizations } from '#shared/site-templates/customizations.ts';
import { planDeployment } from '#shared/site-templates/plan-deployment.ts';
import {
  type QuickStartRequest,
  quickStartRequest,
} from '#shared/site-templates/quick-start/quick-start-request.ts';
import { quickStartResponse } from '#shared/site-templates/quick-start/quick-start-response.ts';
import { recommendTemplates } from '#shared/site-templates/quick-start.ts';

const EXAMPLES = new URL('../../evaluation/quickstart-examples.jsonl', import.meta.url);
const examples = readFileSync(EXAMPLES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const scoreOf = (templateId: string, { scores }: ReturnType<typeof recommendTemplates>) =>
  scores.find(({ template_id }) => template_id === templateId)?.score ?? 0;

describe('the quick start', () => {
  it('finds the right template for at least 99 of 100 examples in six languages', () => {
    const wrong = examples.filter(({ request, expected, acceptable }) => {
      const { primary_template } = recommendTemplates(quickStartRequest.parse(request));
      return ![expected, ...acceptable].includes(primary_template);
    });
    expect(examples.length).toBeGreaterThan(800);
    expect(wrong.length / examples.length).toBeLessThan(0.01);
  });

  it('lets no size, hours or security outweigh what the site is', () => {
    const contexts = [
      { size: 'enterprise', operating_hours: '24/7', security_level: 'high' },
      { size: 'small', operating_hours: '9-5', security_level: 'basic' },
    ];
    for (const context of contexts)
      for (const template of SITE_TEMPLATES)
        for (const industry of template.keywords)
          expect(recommendTemplates({ industry, ...context }).primary_template).toBe(template.id);
  });

  it.each(['', '   ', 'business', 'hospitality', 'asdf qwer', 'hotel', '???', '病院'])(
    'chooses nobody for “%s”, is unsure, and asks',
    (industry) => {
      const answer = recommendTemplates({ industry, size: 'medium', operating_hours: '9-5' });
      expect(answer.primary_template).toBeNull();
      expect(answer.confidence_score).toBeLessThan(0.5);
      expect(answer.next_steps[0]).toMatch(/\?$/);
      expect(answer.estimated_completion_time).toBeNull();
    },
  );

  it('says which kind of site it has no template for, and asks for what is missing', () => {
    const { next_steps } = recommendTemplates({ industry: 'a hotel on the beach' });
    expect(next_steps[0]).toContain('“hotel”');
    expect(next_steps).toContain('How many people work there?');
    expect(next_steps).toContain('When is it open?');
  });

  it('explains every score by factors that sum to it', () => {
    const { scores } = recommendTemplates({
      industry: 'toy factory',
      staff_count: 120,
      operating_hours: 'three shifts',
      security_level: 'enhanced',
      special_requirements: ['OSHA'],
    });
    expect(scores).toHaveLength(SITE_TEMPLATES.length);
    for (const { score, factors } of scores) {
      const sum = factors.reduce((all, { contribution }) => all + contribution, 0);
      expect(score).toBeCloseTo(sum, 3);
      expect(factors.reduce((all, { weight }) => all + weight, 0)).toBeCloseTo(1, 3);
    }
    expect(scores[0]?.factors.map(({ name }) => name)).toEqual([
      'industry',
      'staff',
      'hours',
      'security',
      'requirements',
    ]);
  });

  it('believes the staff count rather than the size', () => {
    const { scores } = recommendTemplates({ industry: 'office', size: 'small', staff_count: 30 });
    const staff = scores[0]?.factors.find(({ name }) => name === 'staff');
    expect(staff?.reason).toBe('30 people; the template is made for 5 to 20');
  });

  it.each([
    ['small', 10],
    ['Medium', 25],
    ['groß', 75],
    ['grande entreprise', 200],
    ['about 1,200 people', 1200],
    ['٤٠', 40],
  ])('takes a size of “%s” for %i people', (size, people) => {
    const { scores } = recommendTemplates({ industry: 'office', size });
    expect(scores[0]?.factors[1]?.reason).toMatch(`${people} people;`);
  });

  it('moves a template that the tenant chose before up a little, and says so', () => {
    const request: QuickStartRequest = { industry: 'school and hospital', language: 'en' };
    const fresh = recommendTemplates(request);
    const history = ['healthcare_hospital', 'healthcare_hospital', 'office_corporate'];
    const again = recommendTemplates(request, history);
    expect(fresh.scores[0]?.score).toBe(fresh.scores[1]?.score);
    expect(again.primary_template).toBe('healthcare_hospital');
    const factor = again.scores[0]?.factors.find(({ name }) => name === 'history');
    expect(factor?.reason).toBe('chosen in 2 of your organisation’s 3 earlier onboardings');
  });

  it('never lets history choose for a site it knows nothing about', () => {
    const history = Array<string>(20).fill('retail_store');
    const answer = recommendTemplates({ industry: 'something else' }, history);
    expect(answer.primary_template).toBeNull();
    expect(answer.alternatives[0]).toBe('retail_store');
    expect(answer.confidence_score).toBeLessThan(0.5);
  });

  it('breaks a tie by what more of the text speaks for', () => {
    const tied = recommendTemplates({ industry: 'school, university hospital' });
    expect(tied.scores[0]?.score).toBe(tied.scores[1]?.score);
    expect(tied.primary_template).toBe('healthcare_hospital');
  });

  it('counts a known requirement for the templates it is usual in', () => {
    const plain = recommendTemplates({ industry: 'clinic and data center' });
    const strict = recommendTemplates({
      industry: 'clinic and data center',
      special_requirements: ['we are SOC2 Type II certified', 'ISO/IEC 27001:2022'],
    });
    const lead = (answer: ReturnType<typeof recommendTemplates>) =>
      scoreOf('datacenter_facility', answer) - scoreOf('healthcare_hospital', answer);
    expect(lead(strict)).toBeGreaterThan(lead(plain));
  });

  it('suggests what departs from the template, each change ready to be deployed', () => {
    const { customization_suggestions } = recommendTemplates({
      industry: 'law firm',
      staff_count: 30,
      operating_hours: '9-6',
      security_level: 'high',
      special_requirements: ['ISO 27001'],
    });
    expect(customization_suggestions.map(({ type }) => type)).toEqual([
      'staff',
      'operating_hours',
      'security',
      'compliance',
    ]);
    const [staff, hours, security] = customization_suggestions;
    expect(staff?.customizations?.site).toEqual({ expected_users: 30 });
    expect(hours?.customizations?.site).toEqual({ open: '09:00', close: '18:00' });
    expect(security?.customizations?.site.controls).toEqual({ gps: true, inactivity_alarm: true });
  });

  it('answers any text within its schema, and suggests only what can work', () => {
    const request = fc.record({
      industry: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), anyIndustry),
      size: fc.constantFrom('small', 'large', 'enterprise', '?'),
      operating_hours: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('9-5', '22-6')),
      security_level: fc.constantFrom('basic', 'enhanced', 'high', 'unknown'),
      special_requirements: fc.array(fc.constantFrom('OSHA', 'HIPAA', '__proto__'), {
        maxLength: 3,
      }),
      language: fc.constantFrom('en', 'de-CH', 'ar', 'xx', '__proto__'),
    });
    fc.assert(
      fc.property(request, (input) => {
        const answer = quickStartResponse.parse(recommendTemplates(quickStartRequest.parse(input)));
        for (const suggestion of answer.customization_suggestions) {
          const changes = customizations.parse(suggestion.customizations ?? {});
          const template = findTemplate(answer.primary_template ?? '');
          expect(planDeployment(template, changes).compatibility.compatible).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const anyIndustry = fc.constantFrom(...SITE_TEMPLATES.flatMap(({ keywords }) => keywords));
