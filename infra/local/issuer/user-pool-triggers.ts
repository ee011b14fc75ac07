import * as z from 'zod';
import type { Outcome } from '../lambda/invocation.ts';
import { type ClaimChanges, NO_CHANGES } from './identity-token.ts';
import { emailOf, type Person } from './person.ts';

/** The functions of a user pool that a sign-in runs, and what they are told about the pool. */
export interface UserPoolTriggers {
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly preAuthentication?: string;
  readonly postAuthentication?: string;
  readonly preTokenGeneration?: { readonly arn: string; readonly version: '1' | '2' };
}

export type InvokeTrigger = (functionArn: string, event: unknown) => Promise<Outcome>;

/** A trigger said no: Cognito gives its words to the person. */
export class SignInRefusedError extends Error {
  override readonly name = 'SignInRefusedError';
}

/**
 * Runs a pool's triggers in Cognito's order. @returns what they change in the token
 * @throws SignInRefusedError if one of them fails
 */
export async function runTriggers(
  triggers: UserPoolTriggers,
  person: Person,
  invoke: InvokeTrigger,
): Promise<ClaimChanges> {
  const base = baseEvent(triggers, person);
  const run = async (arn: string, source: string, version: string, request: object) => {
    const event = {
      ...base,
      version,
      triggerSource: source,
      request: { ...base.request, ...request },
      response: {},
    };
    return answerOf(await invoke(arn, event));
  };
  const { preAuthentication, postAuthentication, preTokenGeneration } = triggers;
  if (preAuthentication) await run(preAuthentication, 'PreAuthentication_Authentication', '1', {});
  if (postAuthentication) {
    const request = { newDeviceUsed: false };
    await run(postAuthentication, 'PostAuthentication_Authentication', '1', request);
  }
  if (!preTokenGeneration) return NO_CHANGES;
  const groups = { groupsToOverride: person.roles, iamRolesToOverride: [], preferredRole: null };
  const { arn, version } = preTokenGeneration;
  const request = { groupConfiguration: groups, ...(version === '2' && { scopes: [] }) };
  return changesOf(await run(arn, 'TokenGeneration_Authentication', version, request));
}

const baseEvent = ({ region, userPoolId, clientId }: UserPoolTriggers, person: Person) => ({
  region,
  userPoolId,
  userName: person.user,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
  request: {
    userAttributes: {
      sub: person.user,
      email: emailOf(person),
      email_verified: 'true',
      'cognito:user_status': 'CONFIRMED',
      'custom:tenant_id': person.tenant,
      ...(person.name && { name: person.name }),
    },
  },
});

function answerOf({ functionError, payload }: Outcome): unknown {
  const answer: unknown = JSON.parse(payload);
  if (!functionError) return answer;
  const { errorMessage = 'unknown' } = Object(answer);
  throw new SignInRefusedError(String(errorMessage));
}

const overrides = z.object({
  claimsToAddOrOverride: z.record(z.string(), z.unknown()).nullish(),
  claimsToSuppress: z.array(z.string()).nullish(),
  groupOverrideDetails: z.object({ groupsToOverride: z.array(z.string()).nullish() }).nullish(),
});

const tokenAnswer = z.object({
  response: z.object({
    claimsOverrideDetails: overrides.nullish(),
    claimsAndScopeOverrideDetails: overrides
      .pick({ groupOverrideDetails: true })
      .extend({ idTokenGeneration: overrides.nullish() })
      .nullish(),
  }),
});

function changesOf(answer: unknown): ClaimChanges {
  const { claimsOverrideDetails: first, claimsAndScopeOverrideDetails: second } =
    tokenAnswer.parse(answer).response;
  const token = second?.idTokenGeneration ?? first;
  return {
    add: token?.claimsToAddOrOverride ?? {},
    suppress: token?.claimsToSuppress ?? [],
    groups: (second ?? first)?.groupOverrideDetails?.groupsToOverride ?? undefined,
  };
}
