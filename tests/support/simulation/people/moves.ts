import { changingPeople, changingPolicy } from './admin-moves.ts';
import { asking, deploying, drafting } from './asking-moves.ts';
import { editing, rebasing, rollingBack, withdrawing } from './changing-moves.ts';
import { approving, deciding, followingLink } from './deciding-moves.ts';
import type { Move, Sight } from './move.ts';

/** Undefined where there is nothing to do it to. */
export const anyMove = (sight: Sight): Move | undefined => sight.dice.weighted(HABITS).move(sight);

interface Habit {
  readonly weight: number;
  readonly move: (sight: Sight) => Move | undefined;
}

const HABITS: readonly Habit[] = [
  { weight: 14, move: asking },
  { weight: 8, move: drafting },
  { weight: 1, move: deploying },
  { weight: 40, move: deciding },
  { weight: 8, move: followingLink },
  { weight: 8, move: approving },
  { weight: 4, move: editing },
  { weight: 3, move: withdrawing },
  { weight: 7, move: rebasing },
  { weight: 8, move: rollingBack },
  { weight: 5, move: changingPolicy },
  { weight: 5, move: changingPeople },
];
