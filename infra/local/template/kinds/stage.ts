import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

const routeSettings = z.strictObject({
  ThrottlingBurstLimit: z.number().optional(),
  ThrottlingRateLimit: z.number().optional(),
  /** Metrics have no reader on a laptop. */
  DetailedMetricsEnabled: z.boolean().optional(),
});

export type RouteSettings = z.output<typeof routeSettings>;

export const stageKind = defineKind({
  type: 'AWS::ApiGatewayV2::Stage',
  properties: z.strictObject({
    ApiId: z.string(),
    StageName: z.literal('$default'),
    DefaultRouteSettings: routeSettings.default({}),
    RouteSettings: z.record(z.string(), routeSettings).default({}),
  }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    AccessLogSettings: 'the local gateway keeps no access log',
    AutoDeploy: 'a local start deploys everything',
    Description: 'for people',
  },
  identify: () => ({ ref: '$default', attributes: {} }),
});
