import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { shortId } from './short-id.ts';

export const integrationKind = defineKind({
  type: 'AWS::ApiGatewayV2::Integration',
  properties: z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    /** ARN of the function. */
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: z.number().max(30_000).default(30_000),
  }),
  withoutEffect: {
    Description: 'for people',
    IntegrationMethod: 'a function is always called with POST',
  },
  identify: (resource) => ({ ref: shortId(resource, 7), attributes: {} }),
});
