import { createHash } from 'node:crypto';
import { isSold } from '#shared/budgets/price.ts';
import type { VectorSpace } from './embedding-service.ts';

/** What decides whether vectors may be compared. */
export interface SpaceFacts {
  readonly model: string;
  readonly dimensions: number;
}

interface Published {
  readonly widest: number;
  /** Whether the provider cuts vectors to fewer dimensions when asked to. */
  readonly isCut: boolean;
  readonly noiseFloor: number;
}

/**
 * OpenAI's models, which Azure serves as well: widths as published. Noise floors are careful guesses
 * from what is reported of them (unrelated English texts), not measured here.
 */
const PUBLISHED: Readonly<Record<string, Published>> = {
  'text-embedding-3-small': { widest: 1536, isCut: true, noiseFloor: 0.15 },
  'text-embedding-3-large': { widest: 3072, isCut: true, noiseFloor: 0.15 },
  'text-embedding-ada-002': { widest: 1536, isCut: false, noiseFloor: 0.7 },
};

/** The width of a model's vectors, or undefined where only its owner can say it. */
export const widthOf = (model: string): number | undefined => PUBLISHED[model]?.widest;

/** What is said to the provider: nothing where it is the width that it has anyway. */
export function requestedWidth({ model, dimensions }: SpaceFacts): number | undefined {
  const published = PUBLISHED[model];
  return published?.isCut && dimensions < published.widest ? dimensions : undefined;
}

/** Whether the model can have vectors of this width. */
export function hasWidth({ model, dimensions }: SpaceFacts): boolean {
  const published = PUBLISHED[model];
  if (!published) return true;
  return published.isCut ? dimensions <= published.widest : dimensions === published.widest;
}

/**
 * The space of a model's vectors: `openai-text-embedding-3-small-1536-l2`. Azure's are those of OpenAI;
 * a model of one's own is of no family that is known here.
 */
export const cloudSpace = ({ model, dimensions }: SpaceFacts): VectorSpace => ({
  spaceId: `${isSold(model) ? 'openai' : 'own'}-${slugOf(model)}-${dimensions}-l2`,
  dimensions,
  noiseFloor: PUBLISHED[model]?.noiseFloor ?? 0,
});

/** Fit for names of objects, tables and collections; a hash tells apart what is lost with that. */
function slugOf(model: string): string {
  const slug = model.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
  if (slug === model) return slug;
  return `${slug}-${createHash('sha256').update(model).digest('hex').slice(0, 8)}`;
}
