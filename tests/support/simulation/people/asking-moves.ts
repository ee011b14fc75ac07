import { approversOf } from './cast.ts';
import type { Move, Sight } from './move.ts';
import { fewWishesFor, wishesFor } from './wishes.ts';

export const asking = ({ dice, cast, configuration, ambition }: Sight): Move => ({
  by: dice.pick(approversOf(cast)),
  function: 'ask',
  call: {
    route: 'POST /simulated/changes',
    body: { changes: wishesFor(dice, configuration, ambition) },
  },
});

export const drafting = ({ dice, cast, configuration }: Sight): Move => ({
  by: dice.pick(cast),
  function: 'ask',
  call: {
    route: 'POST /simulated/drafts',
    body: { changes: fewWishesFor(dice, configuration) },
  },
});

export const deploying = ({ dice, cast }: Sight): Move => ({
  by: dice.pick(approversOf(cast)),
  function: 'deploy',
  call: {
    route: 'POST /templates/{template_id}/deploy',
    path: { template_id: 'retail_store' },
    body: { dry_run: false, customizations: { site: { code: dice.pick(['AAA', 'SHOP']) } } },
  },
});
