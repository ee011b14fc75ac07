import type { Changeset } from '#shared/changesets/changeset.ts';
import type { ApiCall } from '../../http/call-api.ts';
import type { ApiFunctions } from '../functions.ts';
import type { Dice } from '../machinery/dice.ts';
import type { Configuration } from '../rules/configuration-follows.ts';
import type { CastMember } from './cast.ts';

/** Something that somebody does. */
export interface Move {
  readonly by: CastMember;
  readonly function: keyof ApiFunctions;
  readonly call: Pick<ApiCall, 'route' | 'path' | 'body'>;
}

/** What people know of their tenant when they do something. */
export interface Sight {
  readonly dice: Dice;
  readonly cast: readonly CastMember[];
  readonly changesets: readonly Changeset[];
  /** Hashes of revisions that others have taken the place of. */
  readonly oldHashes: readonly string[];
  readonly configuration: Configuration;
  /** How likely they ask for much. */
  readonly ambition: number;
}
