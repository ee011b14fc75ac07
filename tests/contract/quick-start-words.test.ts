import { describe, expect, it } from 'vitest';
import { SITE_TEMPLATES } from '#shared/site-templates/catalogue.ts';
import { foldPhrase } from '#shared/site-templates/quick-start/fold-text.ts';
import { LANGUAGES, UNSERVED } from '#shared/site-templates/quick-start/language-data.ts';
import { knownRequirements } from '#shared/site-templates/quick-start/requirements.ts';
import { vocabularyOf } from '#shared/site-templates/quick-start/vocabulary.ts';
import requirements from '#templates/quick-start/requirements.json' with { type: 'json' };

const ids = SITE_TEMPLATES.map(({ id }) => id);

describe.each(LANGUAGES)('the words of $language', (language) => {
  const { industries, compounds } = language;
  const names = Object.entries(industries).flatMap(([industry, words]) =>
    words.names.map((phrase) => ({ industry, phrase: foldPhrase(phrase) })),
  );

  it('speak of every template and of what no template serves', () => {
    expect(Object.keys(industries).sort()).toEqual([...ids, UNSERVED].sort());
  });

  it('never name two kinds of site with one word', () => {
    const meaning = new Map(names.map(({ phrase, industry }) => [phrase, industry]));
    expect(names.filter(({ phrase, industry }) => meaning.get(phrase) !== industry)).toEqual([]);
  });

  it('explain the end of every compound', () => {
    const { terms } = vocabularyOf(language);
    expect(compounds.filter((end) => !terms.has(foldPhrase(end)))).toEqual([]);
  });
});

describe('the known requirements', () => {
  it('speak for templates that exist', () => {
    const speakFor = knownRequirements.parse(requirements).flatMap(({ templates }) => templates);
    expect(speakFor.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
