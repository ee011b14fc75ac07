import * as z from 'zod';
import { arn } from '../place.ts';
import { defineKind } from '../resource-kind.ts';
import { shortId } from './short-id.ts';

/** Lambda triggers of a local sign-in; those of sign-up and password flows have no local counterpart. */
const triggers = z.strictObject({
  PreAuthentication: z.string().optional(),
  PostAuthentication: z.string().optional(),
  PreTokenGeneration: z.string().optional(),
  PreTokenGenerationConfig: z
    .strictObject({ LambdaArn: z.string(), LambdaVersion: z.enum(['V1_0', 'V2_0']) })
    .optional(),
  PostConfirmation: z.string().optional(),
});

const signUp = 'nobody signs up locally: POST /local/token signs in whom it is told';

export const userPoolKind = defineKind({
  type: 'AWS::Cognito::UserPool',
  properties: z.strictObject({ LambdaConfig: triggers.default({}) }),
  withoutEffect: {
    AccountRecoverySetting: signUp,
    AdminCreateUserConfig: signUp,
    AliasAttributes: signUp,
    AutoVerifiedAttributes: signUp,
    DeletionProtection: 'nothing local is deleted by a deployment',
    DeviceConfiguration: signUp,
    EmailConfiguration: signUp,
    EmailVerificationMessage: signUp,
    EmailVerificationSubject: signUp,
    EnabledMfas: signUp,
    MfaConfiguration: signUp,
    Policies: signUp,
    Schema: 'the local token carries the tenant attribute and nothing else',
    SmsConfiguration: signUp,
    SmsVerificationMessage: signUp,
    UserAttributeUpdateSettings: signUp,
    UserPoolAddOns: signUp,
    UserPoolName: 'for people',
    UserPoolTags: 'nobody bills a laptop',
    UserPoolTier: 'nobody bills a laptop',
    UsernameAttributes: signUp,
    UsernameConfiguration: signUp,
    VerificationMessageTemplate: signUp,
  },
  identify: (resource, place) => {
    const id = `${place.region}_${shortId(resource, 9)}`;
    const host = `cognito-idp.${place.region}.amazonaws.com`;
    return {
      ref: id,
      attributes: {
        Arn: arn(place, 'cognito-idp', `userpool/${id}`),
        ProviderName: `${host}/${id}`,
        ProviderURL: `https://${host}/${id}`,
        UserPoolId: id,
      },
    };
  },
});
