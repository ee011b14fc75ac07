import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';
import { shortId } from './short-id.ts';

const corsSchema = z.strictObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().optional(),
});

export type CorsConfiguration = z.output<typeof corsSchema>;

export const apiKind = defineKind({
  type: 'AWS::ApiGatewayV2::Api',
  properties: z.strictObject({
    Name: z.string(),
    ProtocolType: z.literal('HTTP'),
    CorsConfiguration: corsSchema.optional(),
  }),
  withoutEffect: { ...TAGS_WITHOUT_EFFECT, Description: 'for people' },
  identify: (resource, place) => {
    const id = shortId(resource, 10);
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: place.apiEndpoint } };
  },
});
