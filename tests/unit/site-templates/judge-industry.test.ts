import { describe, expect, it } from 'vitest';
import { judgeIndustry } from '#shared/site-templates/quick-start/judge-industry.ts';

const evidence = (text: string, templateId: string, language?: string) =>
  judgeIndustry(text, language).evidenceFor(templateId);

describe('reading an industry', () => {
  it.each([
    ['medical device factory', 'manufacturing_factory', 'healthcare_hospital', 'en'],
    ['clinic in a shopping mall', 'healthcare_hospital', 'retail_store', 'en'],
    ['warehouse for a hospital', 'warehouse_industrial', 'healthcare_hospital', 'en'],
    ['fábrica para tiendas', 'manufacturing_factory', 'retail_store', 'es'],
    ['entrepôt d’un supermarché', 'warehouse_industrial', 'retail_store', 'fr'],
    ['Lager eines Krankenhauses', 'warehouse_industrial', 'healthcare_hospital', 'de'],
    ['अस्पताल का गोदाम', 'warehouse_industrial', 'healthcare_hospital', 'hi'],
    ['مستودع تابع لمستشفى', 'warehouse_industrial', 'healthcare_hospital', 'ar'],
  ])('takes the noun that counts in “%s”', (text, meant, mentioned, language) => {
    expect(evidence(text, meant, language).value).toBe(1);
    const other = evidence(text, mentioned, language);
    expect(other.value).toBeGreaterThan(0);
    expect(other.value).toBeLessThan(0.5);
    expect(other.reason).toContain('only in passing');
  });

  it('reads a word in the reader’s language first', () => {
    expect(evidence('Gymnasium', 'educational_institution', 'de').value).toBe(1);
    expect(judgeIndustry('gymnasium', 'en').unserved).toEqual(['gymnasium']);
  });

  it('understands other languages than the one that was said', () => {
    expect(evidence('clínica', 'healthcare_hospital', 'en').value).toBe(1);
    expect(evidence('गोदाम', 'warehouse_industrial').value).toBe(1);
  });

  it('takes the longer phrase, not a word in it', () => {
    expect(evidence('server farm', 'datacenter_facility').value).toBe(1);
    expect(judgeIndustry('server farm').unserved).toEqual([]);
    expect(judgeIndustry('dairy farm').unserved).toEqual(['dairy farm']);
  });

  it('leaves out what is negated', () => {
    expect(evidence('not a hospital, a school', 'healthcare_hospital').value).toBe(0);
    expect(evidence('not a hospital, a school', 'educational_institution').value).toBe(1);
  });

  it('reads German compounds by their end', () => {
    expect(evidence('Schokoladenfabrik', 'manufacturing_factory', 'de').value).toBe(1);
    expect(judgeIndustry('Ferienlager', 'de').unserved).toEqual(['Ferienlager']);
  });

  it('quotes the words as they were written', () => {
    expect(evidence('An HOSPTIAL!', 'healthcare_hospital').reason).toBe(
      '“HOSPTIAL” names such a site, allowing for a slip of the pen',
    );
  });
});
