import type { EmbeddingOutcome } from './embedding-service.ts';
import type { SpaceEmbedder } from './space-embedder.ts';

/**
 * Several providers of ONE space, asked in their order: the next one gets what the one before could not
 * embed. Which of them made a vector makes no difference, that is what one space means.
 */
export function inTurn(embedders: readonly SpaceEmbedder[]): SpaceEmbedder {
  return {
    embed: async (tenant, inputType, texts) => {
      let outcomes: readonly EmbeddingOutcome[] = texts.map(() => NOBODY_ASKED);
      for (const embedder of embedders) {
        const open = outcomes.flatMap((outcome, place) => ('failed' in outcome ? [place] : []));
        if (open.length === 0) break;
        const rest = open.map((place) => texts[place] ?? '');
        const more = await embedder.embed(tenant, inputType, rest);
        const found = new Map(open.map((place, at) => [place, more[at]]));
        outcomes = outcomes.map((outcome, place) => found.get(place) ?? outcome);
      }
      return outcomes;
    },
  };
}

const NOBODY_ASKED: EmbeddingOutcome = { failed: 'unavailable', detail: 'There is no provider' };
