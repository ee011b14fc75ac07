import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { shortId } from './short-id.ts';

export const routeKind = defineKind({
  type: 'AWS::ApiGatewayV2::Route',
  properties: z.strictObject({
    ApiId: z.string(),
    /** `GET /path/{variable}`, `ANY /path`, `GET /path/{rest+}` or `$default`. */
    RouteKey: z.string(),
    AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).default([]),
    /** `integrations/<id>` */
    Target: z.string(),
  }),
  withoutEffect: { OperationName: 'for people' },
  identify: (resource) => ({ ref: shortId(resource, 7), attributes: {} }),
});
