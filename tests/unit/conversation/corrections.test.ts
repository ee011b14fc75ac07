import { describe, expect, it } from 'vitest';
import { openInEngine } from '#tests/evaluation/dialogues/engine-conversation.ts';

/** Language, a start that ends with "is that your time zone?", a correction of the people, and a yes. */
const CORRECTED = [
  ['en', 'office called Blue, we are in Chicago, 40 people, 8am to 6pm', 'no, make that 45', 45],
  [
    'es',
    'oficina llamada Azul, 40 personas, de 8 a 18 h. Estamos en Madrid',
    'no, perdón, son 45',
    45,
  ],
  ['fr', 'bureau appelé Azur à Paris, 20 personnes, de 8h à 18h', 'non, mettez-en 25', 25],
  ['de', 'Büro namens Blau in Berlin, 20 Leute, 8 bis 18 Uhr', 'nein, machen Sie 25 draus', 25],
  ['hi', 'दफ़्तर का नाम नीला भवन है, दिल्ली में, 250 लोग, सुबह 8 से शाम 6 बजे तक', 'नहीं, २८० कर दीजिए', 280],
  [
    'ar',
    'مكتب اسمه الأزرق في الرياض، 400 موظف، من 8 صباحا إلى 6 مساء',
    'لا، اجعلها أربعمئة وسبعين',
    470,
  ],
] as const;

const conversation = (language: string, said: string) =>
  openInEngine({
    id: 'corrected',
    language,
    type: 'initial_setup',
    start: { initial_input: said },
  });

describe('a correction while something else is to be confirmed', () => {
  it.each(CORRECTED)(
    'changes what it is about and leaves the guess open in %s',
    async (language, said, correction, people) => {
      const { opening, say } = await conversation(language, said);
      expect(opening.replyKind).toBe('confirm');
      const corrected = await say(correction);
      expect(corrected.slots).toMatchObject({ expected_users: people });
      expect(corrected).toMatchObject({ asked: ['time_zone'], replyKind: 'confirm' });
    },
  );

  it('takes the guess back where nothing else is corrected', async () => {
    const { say } = await conversation('en', CORRECTED[0][1]);
    const denied = await say('no');
    expect(denied).toMatchObject({ asked: ['time_zone'], replyKind: 'ask' });
  });

  it('reads a corrected number where the first one was too large', async () => {
    const { say } = await conversation('en', 'office called Blue, 1200 people');
    const corrected = await say('no wait 120');
    expect(corrected.slots).toMatchObject({ site_name: 'Blue', expected_users: 120 });
  });
});
