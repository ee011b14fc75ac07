import type { PreTokenGenerationTriggerEvent } from 'aws-lambda';
import { readClaims } from '#shared/http/token-reader.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import { admitPerson } from '#shared/tenants/admit-person.ts';

/** A token is about to be issued: the person enters the tenant's directory. The token stays as it is. */
export const createHandler =
  (deps: CommitDeps) =>
  async (event: PreTokenGenerationTriggerEvent): Promise<PreTokenGenerationTriggerEvent> => {
    const { userAttributes, groupConfiguration } = event.request;
    const claims = readClaims({
      ...userAttributes,
      'cognito:groups': groupConfiguration.groupsToOverride ?? [],
    });
    const { name, locale } = userAttributes;
    await admitPerson(deps, {
      ...claims,
      correlationId: `sign-in-${claims.userId}`,
      via: 'trigger/sign-in',
      ...(name && { name }),
      ...(locale && { language: locale }),
    });
    logger.info('person signed in', { tenant: claims.tenant });
    return event;
  };
