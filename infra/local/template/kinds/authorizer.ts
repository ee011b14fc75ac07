import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { shortId } from './short-id.ts';

export const authorizerKind = defineKind({
  type: 'AWS::ApiGatewayV2::Authorizer',
  properties: z.strictObject({
    ApiId: z.string(),
    AuthorizerType: z.literal('JWT'),
    IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
    JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
    Name: z.string(),
  }),
  withoutEffect: {},
  identify: (resource) => ({ ref: shortId(resource, 6), attributes: {} }),
});
