import { describe, expect, it } from 'vitest';
import { checkDocuments } from '#shared/recommendations/check-documents.ts';
import { draftFacts } from '#shared/recommendations/draft-facts.ts';
import { makeDraft } from '#shared/recommendations/maker.ts';
import type { FilledSlots } from '#shared/slots/slot-values.ts';
import { OFFICE_SLOTS } from '#tests/support/draft.ts';
import { passageOf } from '#tests/support/knowledge/passages.ts';

const fill = <Value>(value: Value) => ({ value, confidence: 0.9, source: null });
/** A plant for 100 people, open from 08:00 to 18:00, with enhanced security. */
const PLANT: FilledSlots = {
  ...OFFICE_SLOTS,
  site_type: fill('manufacturing'),
  site_name: fill('North Yard'),
  expected_users: fill(100),
  operating_hours: fill({ open: '08:00', close: '18:00', around_the_clock: false }),
  security_level: fill('enhanced'),
};

function findingsIn(text: string, headings: string[] = [], slots = PLANT, title = 'Handbook') {
  const facts = draftFacts('session-1', slots);
  const citation = { document_id: 'd', heading_path: headings, page: null, quote: '' };
  const passages = [passageOf(text, { title, citation })];
  return checkDocuments({ facts, drafts: makeDraft(facts), passages });
}
const detailsIn = (...given: Parameters<typeof findingsIn>) =>
  findingsIn(...given).map(({ detail }) => detail);

describe('a document that contradicts a draft', () => {
  it.each([
    ['The plant opens at 06:00.', 'opens at 06:00'],
    ['Every plant opens at 6 am and closes at 10 pm.', 'opens at 06:00'],
    ['North Yard closes at 22:00.', 'closes at 22:00'],
    ['Opening hours: 06:00 – 22:00', 'opens at 06:00'],
    ['All our sites are open around the clock.', 'open around the clock'],
    ['The plant has a maximum of 80 staff.', 'at most 80'],
    ['Maximum 80 staff.', 'at most 80'],
    ['No more than 80 people may work in this building.', 'at most 80'],
    ['Capacity: 80 people', 'at most 80'],
    ['At least 150 employees must be registered at each site.', 'at least 150'],
    ['High security is required at every plant.', 'high security'],
    ['High security required.', 'high security'],
    ['The required security level is high.', 'high security'],
    ['La fábrica abre a las 06:00.', 'opens at 06:00'],
    ['Cada sede admite como máximo 80 empleados.', 'at most 80'],
    ['Se exige seguridad alta en todas las plantas.', 'high security'],
    ['L’usine ouvre à 6h00.', 'opens at 06:00'],
    ['Au maximum 80 personnes dans le bâtiment.', 'at most 80'],
    ['Une sécurité élevée est obligatoire.', 'high security'],
    ['Das Werk öffnet um 6 Uhr.', 'opens at 06:00'],
    ['Im Werk arbeiten höchstens 80 Personen.', 'at most 80'],
    ['Hohe Sicherheitsstufe ist vorgeschrieben.', 'high security'],
    ['कारख़ाना 06:00 बजे खुलता है।', 'opens at 06:00'],
    ['अधिकतम ८० कर्मचारी।', 'at most 80'],
    ['उच्च सुरक्षा स्तर अनिवार्य है।', 'high security'],
    ['يفتح المصنع الساعة ٠٦:٠٠.', 'opens at 06:00'],
    ['الحد الأقصى ٨٠ موظفًا.', 'at most 80'],
    ['مستوى أمان عالٍ مطلوب.', 'high security'],
  ])('%s', (text, said) => {
    expect(detailsIn(text).join()).toContain(said);
  });

  it('is named at its place of the draft, with the sentence', () => {
    const [hours, people] = findingsIn('About us. The plant opens at 06:00. Maximum 80 staff.');
    expect(hours).toMatchObject({
      code: 'contradicts_documents',
      entityType: 'site',
      pointer: '/0/operating_hours',
      detail: 'A document says that it opens at 06:00, the draft says 08:00',
      citation: { document_id: 'd', quote: 'The plant opens at 06:00.' },
    });
    expect(people).toMatchObject({ pointer: '/0/expected_users' });
  });

  it('is found once, however often it says so', () => {
    expect(findingsIn('The plant opens at 06:00. Every plant opens at 06:00.')).toHaveLength(1);
  });
});

describe('a document that contradicts nothing', () => {
  it.each([
    ['says the same', 'The plant opens at 08:00 and closes at 6 pm. Maximum 100 staff.'],
    ['asks for less', 'Basic security is required. At least 2 people must be at the plant.'],
    ['is about a part of a site', 'The canteen opens at 06:00. Meeting rooms: maximum 8 people.'],
    ['is about a shift', 'Maximum 12 people per shift at the plant.'],
    ['is about another kind of site', 'The hospital opens at 06:00. Maximum 80 staff.'],
    ['is about another site', 'The Riverside plant opens at 06:00.'],
    ['is about another number', 'Plant 2 opens at 06:00.'],
    ['is about a site elsewhere', 'The plant in Hamburg opens at 06:00.'],
    ['is about some days', 'The plant opens at 10:00 on Sundays.'],
    ['is about the past', 'The plant was open from 06:00 to 22:00.'],
    ['is a condition', 'If the plant opens at 06:00, call the manager.'],
    ['denies it', 'High security is not required at the plant.'],
    ['is about something else', 'A high security fence is required. Training takes 80 minutes.'],
    ['states times of two things', 'The plant opens at 06:00, 07:00 or 09:00.'],
    ['counts something else', 'Maximum 80 km/h on the premises, maximum 80 m for people.'],
    ['is about visitors', 'Visitors: maximum 80 people at the plant.'],
  ])('%s', (_name, text) => {
    expect(detailsIn(text)).toEqual([]);
  });

  it('is about another site, as its headings say', () => {
    expect(detailsIn('It opens at 06:00.', ['Riverside plant'])).toEqual([]);
    expect(detailsIn('The plant opens at 06:00.', [], PLANT, 'Riverside plant rules')).toEqual([]);
    expect(detailsIn('Maximum 80 staff.', ['Hospital rules'])).toEqual([]);
  });

  it('asks for what the draft has, around the clock, too', () => {
    const slots = {
      ...PLANT,
      operating_hours: fill({ open: '00:00', close: '00:00', around_the_clock: true }),
    };
    expect(detailsIn('The plant is open 24/7.', [], slots)).toEqual([]);
    expect(detailsIn('The plant opens at 06:00.', [], slots)).toHaveLength(1);
  });
});
