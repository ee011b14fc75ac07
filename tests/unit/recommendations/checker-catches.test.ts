import { describe, expect, it } from 'vitest';
import { seededRandom } from '#infra/local/engines/seeded-random.ts';
import { checkDraft } from '#shared/recommendations/checker.ts';
import { DRAFT_MUTATIONS } from '#tests/support/draft-mutations/all-mutations.ts';
import { diceOf } from '#tests/support/draft-mutations/dice.ts';
import { asCheckInput, type SeededDraft } from '#tests/support/draft-mutations/seeded-draft.ts';
import { soundDrafts } from '#tests/support/draft-mutations/sound-drafts.ts';

const SEED = 20_260_105;
const dice = diceOf(seededRandom(SEED));
const drafts = soundDrafts(60, SEED);

const mutants = Object.entries(DRAFT_MUTATIONS).flatMap(([kind, mutate]) =>
  drafts.flatMap((draft) => {
    const mutant = mutate(draft, dice);
    return mutant ? [{ kind, caught: isCaught(mutant) }] : [];
  }),
);

/** A checker that breaks has caught nothing. */
function isCaught(mutant: SeededDraft): boolean {
  try {
    return checkDraft(asCheckInput(mutant)).length > 0;
  } catch {
    return false;
  }
}

const kinds = Object.keys(DRAFT_MUTATIONS);
const caught = mutants.filter((mutant) => mutant.caught);

describe('the checker, on drafts with one error each', () => {
  it('is tried with every kind of error, and with enough of them', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(15);
    expect(new Set(mutants.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(mutants.length).toBeGreaterThanOrEqual(1_000);
  });

  it('catches nine of ten at least', async ({ annotate }) => {
    const misses = kinds.flatMap((kind) => {
      const those = mutants.filter((mutant) => mutant.kind === kind);
      const missed = those.filter((mutant) => !mutant.caught).length;
      return missed > 0 ? [`${kind}: ${missed} of ${those.length} missed`] : [];
    });
    await annotate(
      `${caught.length} of ${mutants.length} caught; ${misses.join('; ') || 'no miss'}`,
    );
    expect(caught.length / mutants.length, misses.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('finds something wrong with two of a hundred sound drafts at most', async ({ annotate }) => {
    const sound = soundDrafts(500, SEED + 1);
    const blamed = sound.flatMap((draft) => {
      const [first] = checkDraft(draft);
      return first ? [`${first.code}: ${first.detail}`] : [];
    });
    await annotate(`${blamed.length} of ${sound.length} sound drafts blamed`);
    expect(blamed.length, blamed.slice(0, 10).join('\n')).toBeLessThanOrEqual(sound.length * 0.02);
  });
});
