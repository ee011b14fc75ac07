import { describe, expect, test } from 'vitest';
import { curate } from '#shared/knowledge/curation/curate.ts';
import { nearDuplicatesOf } from '#shared/knowledge/curation/duplicates/near-duplicates.ts';
import { similarityOf, sketchOf } from '#shared/knowledge/curation/duplicates/sketch.ts';
import { findLicenceNotices } from '#shared/knowledge/curation/licence-words.ts';
import { readParaphrases } from '#tests/evaluation/retrieval/read-paraphrases.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';

const NUMBER = '+49 30 23125 099';
const RULES = `# Night desk\n\nThe portcullis closes at ten. Call ${NUMBER} or desk@example.com.`;

describe('a document of a tenant that has personal data masked', () => {
  test('holds none in its index, its quotes, its parts and its title', async () => {
    const archive = new Archive();
    archive.piiPolicy = 'mask';
    await archive.drop('gates', RULES, 'desk@example.com.md');
    expect(await archive.found('portcullis')).toEqual(['gates']);
    expect(await archive.found('23125')).toEqual([]);
    const objects = [...archive.segments.objects, ...archive.versions.objects];
    const stored = objects.filter(([key]) => !key.endsWith('.source'));
    expect(stored.length).toBeGreaterThan(1);
    for (const [, bytes] of stored) {
      const text = Buffer.from(bytes).toString('latin1');
      expect(text).not.toContain('23125');
      expect(text).not.toContain('desk@example.com');
    }
    expect(await archive.document('gates')).toMatchObject({
      title: '[email]',
      findings: { pii_policy: 'mask', pii: { phone: 1, email: 1 } },
    });
  });

  test('holds it where the policy says so, and says how much there is', async () => {
    const archive = new Archive();
    await archive.drop('gates', RULES);
    expect(await archive.found('23125')).toEqual(['gates']);
    expect(await archive.document('gates')).toMatchObject({
      findings: { pii_policy: 'keep', pii: { phone: 1, email: 1 } },
    });
  });
});

describe('a curated text', () => {
  test('keeps its lines and pages where they are', () => {
    const { text } = curate(`one\ftwo ${NUMBER}\n| desk@example.com | three |\n`, 'mask');
    expect(text).toBe('one\ftwo [phone]\n| [email] | three |\n');
  });
});

describe('a near-duplicate', async () => {
  const { passages } = await readParaphrases();
  const texts = passages.map(({ text }) => text);
  const whole = texts.join('\n\n');
  const document = { document_id: 'new', title: 'New', sketch: sketchOf(whole) };
  const other = (text: string) => ({ document_id: 'old', title: 'Old', sketch: sketchOf(text) });

  test('is a copy with small edits', () => {
    const edited = whole
      .split(' ')
      .map((word, at) => (at % 20 === 7 ? 'changed' : word))
      .join(' ');
    expect(nearDuplicatesOf(document, [other(edited)])).toMatchObject([{ document_id: 'old' }]);
  });

  test('is the same text in other capitals and with other line breaks', () => {
    const rewrapped = whole.toUpperCase().replaceAll(/\s+/g, '\n');
    expect(similarityOf(document.sketch, sketchOf(rewrapped))).toBe(1);
  });

  test('is no other document, and not the document itself', () => {
    for (const [at, text] of texts.entries())
      for (const another of texts.slice(at + 1))
        expect(similarityOf(sketchOf(text), sketchOf(another))).toBeLessThan(0.2);
    expect(nearDuplicatesOf(document, [document])).toEqual([]);
  });

  test('is not said of texts without words', () => {
    expect(nearDuplicatesOf({ ...document, sketch: sketchOf('') }, [other('')])).toEqual([]);
  });
});

describe('words about who may have a document', () => {
  test.each([
    ['STRICTLY CONFIDENTIAL', 'confidential'],
    ['Dieses Dokument ist streng vertraulich.', 'confidential'],
    ['Documento confidencial', 'confidential'],
    ['À usage interne uniquement', 'confidential'],
    ['यह दस्तावेज़ गोपनीय है', 'confidential'],
    ['هذا المستند سري للغاية', 'confidential'],
    ['© 2024 Example Ltd. All rights reserved.', 'all_rights_reserved'],
    ['Alle Rechte vorbehalten', 'all_rights_reserved'],
    ['Todos los derechos reservados', 'all_rights_reserved'],
    ['Tous droits réservés', 'all_rights_reserved'],
    ['सर्वाधिकार सुरक्षित', 'all_rights_reserved'],
    ['جميع الحقوق محفوظة', 'all_rights_reserved'],
    ['Do not distribute outside the company.', 'no_distribution'],
    ['Die Weitergabe an Dritte ist untersagt.', 'no_distribution'],
    ['Queda prohibida su reproducción', 'no_distribution'],
    ['Ne pas diffuser', 'no_distribution'],
    ['वितरण न करें', 'no_distribution'],
    ['يمنع النسخ', 'no_distribution'],
    ['This copy is licensed to Example GmbH.', 'licensed_to'],
    ['Lizenziert für Example GmbH', 'licensed_to'],
    ['Licencia: licenciado a Example SA', 'licensed_to'],
    ['Ce document est sous licence à Example', 'licensed_to'],
  ])('%s is noticed', (text, kind) => {
    expect(findLicenceNotices(`Rules\n${text}\nThe gate closes.`)).toMatchObject([{ kind }]);
  });

  test.each([
    'The nurse is licensed and keeps records.',
    'Visitors do not share lockers.',
    'Speak in confidence with the guard.',
    'The driver was licensed to drive forklifts.',
    'Der Empfang verteilt die Ausweise.',
  ])('%s is not', (text) => {
    expect(findLicenceNotices(text)).toEqual([]);
  });

  test('are quoted with what stands around them, on their line', () => {
    const text = 'Rules\nHandbook of the site. © 2024 Example Ltd, first edition\nThe gate closes.';
    expect(findLicenceNotices(text)).toEqual([
      {
        kind: 'all_rights_reserved',
        quote: 'Handbook of the site. © 2024 Example Ltd, first edition',
      },
    ]);
  });
});
