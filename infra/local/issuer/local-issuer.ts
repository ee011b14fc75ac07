import {
  type ClaimChanges,
  NO_CHANGES,
  signIdentityToken,
  type TokenTerms,
} from './identity-token.ts';
import { personSchema, type SignIn } from './person.ts';
import type { SigningKey } from './signing-key.ts';
import { type InvokeTrigger, runTriggers, type UserPoolTriggers } from './user-pool-triggers.ts';

export interface LocalIssuer {
  /**
   * Signs somebody in and gives their ID token.
   * @throws ZodError for a sign-in that is not one, SignInRefusedError if a trigger refuses
   */
  readonly signIn: (signIn: SignIn) => Promise<string>;
}

export interface IssuerOptions {
  readonly terms: TokenTerms;
  readonly key: SigningKey;
  /** Absent when the template trusts an issuer that is no user pool of its own. */
  readonly triggers?: UserPoolTriggers;
  readonly invoke: InvokeTrigger;
}

/** Cognito's part of the local cloud: it believes whoever asks, but asks the pool's triggers first. */
export const createLocalIssuer = ({
  terms,
  key,
  triggers,
  invoke,
}: IssuerOptions): LocalIssuer => ({
  async signIn(signIn) {
    const person = personSchema.parse(signIn);
    const changes: ClaimChanges = triggers
      ? await runTriggers(triggers, person, invoke)
      : NO_CHANGES;
    return signIdentityToken(person, terms, key, changes);
  },
});
