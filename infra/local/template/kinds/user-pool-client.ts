import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { shortId } from './short-id.ts';

const flows = 'POST /local/token signs in without a flow';

export const userPoolClientKind = defineKind({
  type: 'AWS::Cognito::UserPoolClient',
  properties: z.strictObject({
    UserPoolId: z.string(),
    IdTokenValidity: z.number().optional(),
    TokenValidityUnits: z
      .strictObject({
        AccessToken: z.string().optional(),
        IdToken: z.enum(['seconds', 'minutes', 'hours', 'days']).optional(),
        RefreshToken: z.string().optional(),
      })
      .optional(),
  }),
  withoutEffect: {
    AccessTokenValidity: 'the local sign-in gives an ID token only',
    AllowedOAuthFlows: flows,
    AllowedOAuthFlowsUserPoolClient: flows,
    AllowedOAuthScopes: flows,
    AuthSessionValidity: flows,
    CallbackURLs: flows,
    ClientName: 'for people',
    DefaultRedirectURI: flows,
    EnableTokenRevocation: flows,
    ExplicitAuthFlows: flows,
    GenerateSecret: flows,
    LogoutURLs: flows,
    PreventUserExistenceErrors: flows,
    ReadAttributes: 'the local token carries the tenant attribute and nothing else',
    RefreshTokenRotation: flows,
    RefreshTokenValidity: 'the local sign-in gives an ID token only',
    SupportedIdentityProviders: flows,
    WriteAttributes: 'nobody edits a profile locally',
  },
  identify: (resource) => {
    const id = shortId(resource, 26);
    return { ref: id, attributes: { ClientId: id } };
  },
});
