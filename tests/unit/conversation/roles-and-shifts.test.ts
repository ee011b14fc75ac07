import { describe, expect, it } from 'vitest';
import { openInEngine } from '#tests/evaluation/dialogues/engine-conversation.ts';

const OPEN = {
  en: 'office called Blue, 20 staff, open 7am to 9pm, Berlin time, enhanced security, no rush',
  de: 'Büro namens Blau, 20 Mitarbeiter, rund um die Uhr geöffnet, Berliner Zeit, erhöhte Sicherheit, keine Eile',
  es: 'oficina llamada Azul, 20 personas, abierto de 8:00 a 22:30, hora de Madrid, seguridad básica, sin prisa',
  fr: 'bureau appelé Bleu, 20 personnes, ouvert 24h/24, heure de Paris, sécurité de base, pas pressé',
  hi: 'दफ़्तर का नाम नीला भवन है, 20 लोग, चौबीसों घंटे, दिल्ली समय, बेसिक सुरक्षा, कोई जल्दी नहीं',
  ar: 'مكتب اسمه الأزرق، 20 موظفا، على مدار الساعة، توقيت الرياض، أمان أساسي، غير مستعجل',
} as const;
type Language = keyof typeof OPEN;

/** What is seen after a first message and what was said next. */
async function seenAfter(language: Language, opening: string, ...said: readonly string[]) {
  const start = { initial_input: opening };
  const { opening: first, say } = await openInEngine({
    id: 'team',
    language,
    type: 'initial_setup',
    start,
  });
  let seen = first;
  for (const text of said) seen = await say(text);
  return seen;
}

const shifts = (...plan: readonly (readonly [string, string, string, number])[]) =>
  plan.map(([name, start, end, people]) => ({ name, start, end, people }));

describe('a list of roles', () => {
  it.each(['roles are nurses and doctors', 'staff roles: NURSE and DOCTOR'])(
    'ends where another fact begins: %s',
    async (roles) => {
      const said = `hospital called Blue, 20 staff, ${roles}, 24/7, Berlin time, enhanced security, no rush`;
      expect((await seenAfter('en', said)).slots).toMatchObject({
        staff_roles: ['NURSE', 'DOCTOR'],
        time_zone: 'Europe/Berlin',
        security_level: 'enhanced',
        urgency: 'none',
      });
    },
  );
});

describe('a shift pattern', () => {
  it.each([
    ['en', 'office called Blue. Two shifts of twelve hours.', '20 people', '24/7', 'Morning'],
    ['de', 'Büro namens Blau, zwei Schichten à zwölf Stunden', '20 Leute', '24/7', 'Frühschicht'],
    ['de', 'Büro namens Blau, zweischichtig', '20 Leute', 'rund um die Uhr', 'Frühschicht'],
    ['es', 'oficina llamada Azul, dos turnos de doce horas', '20 personas', '24/7', 'Mañana'],
    ['fr', 'bureau appelé Bleu, deux équipes de douze heures', '20 personnes', '24h/24', 'Matin'],
    ['hi', 'नीला नाम का दफ़्तर, बारह घंटे की दो शिफ्ट', '20 लोग', 'चौबीसों घंटे', 'सुबह'],
    [
      'ar',
      'مكتب اسمه الأزرق، ورديتان كل وردية اثنتا عشرة ساعة',
      '20 موظفا',
      'على مدار الساعة',
      'صباحية',
    ],
  ] as const)(
    'waits for people and hours (%s: %s)',
    async (language, said, people, hours, name) => {
      const { slots } = await seenAfter(language, said, people, hours);
      expect(slots.shifts).toMatchObject([
        { name, start: '06:00', end: '18:00', people: 10 },
        { start: '18:00', end: '06:00', people: 10 },
      ]);
    },
  );

  it('that contradicts the opening hours is asked about', async () => {
    const seen = await seenAfter('es', OPEN.es, 'tres turnos de ocho horas');
    expect(seen).toMatchObject({ drafted: false, asked: ['shifts'], replyKind: 'confirm' });
    expect(seen.slots.shifts).toBeUndefined();
  });
});

describe('opening hours', () => {
  it('are no shift, though shifts are what is talked about', async () => {
    const { slots } = await seenAfter('en', OPEN.en, "we're actually only open 7am to 11pm");
    expect(slots).toMatchObject({ operating_hours: { open: '07:00', close: '23:00' } });
    expect(slots.shifts).toBeUndefined();
  });
});

describe('an answer to the offer of roles and shifts', () => {
  const offered = ['SECURITY', 'ADMIN', 'SUPERVISOR'];

  it.each([
    ['en', 'just a receptionist and two guards', ['RECEPTIONIST', 'GUARD']],
    ['en', 'nurses, doctors and guards', ['NURSE', 'DOCTOR', 'GUARD']],
    ['en', 'nurses too', [...offered, 'NURSE']],
    ['en', "I'd rather have only SECURITY", ['SECURITY']],
    ['en', 'replace admin with a receptionist', ['SECURITY', 'SUPERVISOR', 'RECEPTIONIST']],
    ['fr', 'remplace ADMIN par réceptionniste', ['SECURITY', 'SUPERVISOR', 'RECEPTIONIST']],
    ['de', 'einen Empfang dazu', [...offered, 'RECEPTIONIST']],
    ['hi', 'एक सफाईकर्मी जोड़ दो', [...offered, 'CLEANER']],
    ['ar', 'ممرضين وأطباء وحراس', ['NURSE', 'DOCTOR', 'GUARD']],
  ] as const)('changes the roles (%s: %s)', async (language, said, staff_roles) => {
    const seen = await seenAfter(language, OPEN[language], said);
    expect(seen).toMatchObject({ drafted: true, slots: { staff_roles } });
  });

  it('changes one shift and leaves the others, with the roles beside it', async () => {
    const said = 'dazu noch eine Reinigungskraft, und die Nachtschicht mit 3 Leuten';
    expect((await seenAfter('de', OPEN.de, said)).slots).toMatchObject({
      staff_roles: [...offered, 'CLEANER'],
      shifts: shifts(
        ['Frühschicht', '06:00', '14:00', 7],
        ['Spätschicht', '14:00', '22:00', 7],
        ['Nachtschicht', '22:00', '06:00', 3],
      ),
    });
  });

  it.each([
    ['de', 'drei Schichten à acht Stunden, Pfleger, Ärzte und Wachleute'],
    ['hi', 'आठ-आठ घंटे की तीन शिफ्ट, नर्स, डॉक्टर और गार्ड'],
  ] as const)('has a pattern and roles beside each other (%s)', async (language, said) => {
    const { slots } = await seenAfter(language, OPEN[language], said);
    expect(slots.staff_roles).toEqual(['NURSE', 'DOCTOR', 'GUARD']);
    expect(slots.shifts).toMatchObject([
      { start: '06:00' },
      { start: '14:00' },
      { start: '22:00' },
    ]);
  });

  it('gives shifts without names those of the language', async () => {
    const said = 'ورديتان: من ٧ إلى ١٣ مع ١٢ شخصا ومن ١٣ إلى ١٩ مع ٨';
    const { slots } = await seenAfter('ar', OPEN.ar, said);
    expect(slots.shifts).toEqual(
      shifts(['وردية 1', '07:00', '13:00', 12], ['وردية 2', '13:00', '19:00', 8]),
    );
  });

  it.each(['change the day shift to 15 people', 'receptionist', 'nurses, doctors and valets'])(
    'is asked about where a part of it is not understood for sure: %s',
    async (said) => {
      const seen = await seenAfter('en', OPEN.en, said);
      expect(seen).toMatchObject({
        drafted: false,
        replyKind: 'confirm',
        slots: { expected_users: 20 },
      });
    },
  );
});
