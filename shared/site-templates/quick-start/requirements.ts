import * as z from 'zod';
import data from '#templates/quick-start/requirements.json' with { type: 'json' };
import { SITE_TEMPLATES } from '../catalogue.ts';
import { phrasesIn } from './known-phrases.ts';

/** A standard or rule that some kinds of site usually keep. */
export const knownRequirements = z.array(
  z.strictObject({
    name: z.string().min(1),
    phrases: z.array(z.string().min(1)).min(1),
    /** Ids of the templates whose sites it is usual for. */
    templates: z.array(z.string()).min(1),
  }),
);

const KNOWN = knownRequirements.parse(data);

/** A requirement as the person wrote it, and the templates it speaks for; none if nobody knows it. */
export interface Requirement {
  readonly written: string;
  readonly templates: readonly string[];
}

export const readRequirements = (texts: readonly string[]): Requirement[] =>
  texts.filter(Boolean).map((written) => ({ written, templates: templatesFor(written) }));

function templatesFor(text: string): string[] {
  const usual = KNOWN.filter(({ phrases }) => phrasesIn(text, phrases).length > 0);
  const madeFor = SITE_TEMPLATES.filter(({ compliance }) => phrasesIn(text, compliance).length > 0);
  return [
    ...new Set([...usual.flatMap(({ templates }) => templates), ...madeFor.map(({ id }) => id)]),
  ];
}
