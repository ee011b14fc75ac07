import type { RecordedAnswers } from './recorded-answers.ts';

const hours = (open: string, close: string, quote: string, confidence = 0.95) => ({
  operating_hours: { value: { open, close, around_the_clock: false }, quote, confidence },
});
const aroundTheClock = (quote: string) => ({
  operating_hours: {
    value: { open: '00:00', close: '00:00', around_the_clock: true },
    quote,
    confidence: 0.97,
  },
});

/**
 * Answers as a model gives them to messages of our own dialogues, written by hand from the message and
 * the prompt, without the labels. Some are unsure, and some are wrong, as answers are.
 */
export const RECORDED_DIALOGUES: RecordedAnswers = {
  "Good morning, I'm the facility manager at Larkspur. We're bringing a second-hand bookshop online, it's named Page Turners.":
    {
      site_type: { value: 'retail', quote: 'second-hand bookshop', confidence: 0.95 },
      site_name: { value: 'Page Turners', quote: 'Page Turners', confidence: 0.98 },
    },
  "There's seven of us.": {
    expected_users: { value: 7, quote: 'seven of us', confidence: 0.93 },
  },
  "We're open ten till six, London time.": {
    ...hours('10:00', '18:00', 'ten till six'),
    time_zone: { value: 'Europe/London', quote: 'London time', confidence: 0.97 },
  },
  'Nothing fancy on security, basic please. And no hurry at all.': {
    security_level: { value: 'basic', quote: 'basic', confidence: 0.97 },
    urgency: { value: 'none', quote: 'no hurry at all', confidence: 0.97 },
  },
  "Hi there, our branch office in Nairobi needs onboarding. Headcount's 33, hours 08:00 to 17:00 local time.":
    {
      site_type: { value: 'office', quote: 'branch office', confidence: 0.96 },
      expected_users: { value: 33, quote: "Headcount's 33", confidence: 0.96 },
      ...hours('08:00', '17:00', '08:00 to 17:00'),
      time_zone: { value: 'Africa/Nairobi', quote: 'Nairobi', confidence: 0.59 },
    },
  "It's a care home with forty beds. We are 22 carers plus 6 in the kitchen, so 28 employees altogether.":
    {
      site_type: { value: 'healthcare', quote: 'care home', confidence: 0.94 },
      expected_users: { value: 28, quote: '28 employees altogether', confidence: 0.97 },
    },
  'open day and night': aroundTheClock('open day and night'),
  'Gates open at a quarter to six in the morning and close at half past ten at night': hours(
    '05:45',
    '22:30',
    'a quarter to six in the morning and close at half past ten at night',
  ),
  'There are eighty of us in this office; about thirty work from home.': {
    site_type: { value: 'office', quote: 'this office', confidence: 0.95 },
    expected_users: { value: 80, quote: 'eighty of us', confidence: 0.9 },
  },
  'eight hundred and fifty employees': {
    expected_users: { value: 850, quote: 'eight hundred and fifty employees', confidence: 0.98 },
  },
  "St Anne's General": {
    site_name: { value: "St Anne's General", quote: "St Anne's General", confidence: 0.9 },
  },
  '24/7 obviously': aroundTheClock('24/7'),
  'no I meant 56 users': { expected_users: { value: 56, quote: '56 users', confidence: 0.98 } },
  'the lowest': { security_level: { value: 'basic', quote: 'the lowest', confidence: 0.88 } },
  '11 to 7': hours('11:00', '19:00', '11 to 7', 0.75),
  'abre a las 7 y cierra a las 23': hours('07:00', '23:00', 'a las 7 y cierra a las 23'),
  'con seguridad básica nos vale': {
    security_level: { value: 'basic', quote: 'seguridad básica', confidence: 0.97 },
  },
  'el nombre sería Talleres Norte': {
    site_name: { value: 'Talleres Norte', quote: 'Talleres Norte', confidence: 0.94 },
  },
  'Non, je me suis trompé, deux cent trente': {
    expected_users: { value: 230, quote: 'deux cent trente', confidence: 0.96 },
  },
  'On travaille de 4h du matin à 23h': hours('04:00', '23:00', '4h du matin à 23h'),
  'Ja hallo, also wir sind hier 28 Kollegen und der Laden heißt Radhaus Wenzel.': {
    expected_users: { value: 28, quote: '28 Kollegen', confidence: 0.94 },
    site_name: { value: 'Radhaus Wenzel', quote: 'Radhaus Wenzel', confidence: 0.97 },
    site_type: { value: 'retail', quote: 'der Laden', confidence: 0.7 },
  },
  'Aufgemacht wird um 10, zugemacht um 19 Uhr': hours(
    '10:00',
    '19:00',
    'um 10, zugemacht um 19 Uhr',
  ),
  'العيادة اسمها «ابتسامة النيل»': {
    site_type: { value: 'healthcare', quote: 'العيادة', confidence: 0.9 },
    site_name: { value: 'ابتسامة النيل', quote: 'ابتسامة النيل', confidence: 0.97 },
  },
  'حوالي خمسة وعشرين موظف': {
    expected_users: { value: 25, quote: 'حوالي خمسة وعشرين موظف', confidence: 0.85 },
  },
  'सुबह 8 बजे से रात 9 बजे तक': hours('08:00', '21:00', 'सुबह 8 बजे से रात 9 बजे तक'),
};
