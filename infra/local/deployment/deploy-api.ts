import type { JWTVerifyGetKey } from 'jose';
import {
  createHttpGateway,
  type HttpGateway,
  type HttpGatewayOptions,
} from '../gateway/http-gateway.ts';
import { type ApiRoute, createRouteTable, type JwtSettings } from '../gateway/route-table.ts';
import { createThrottle, type ThrottleSettings } from '../gateway/throttle.ts';
import { apiKind } from '../template/kinds/api.ts';
import { authorizerKind } from '../template/kinds/authorizer.ts';
import { integrationKind } from '../template/kinds/integration.ts';
import { routeKind } from '../template/kinds/route.ts';
import { stageKind } from '../template/kinds/stage.ts';
import type { Place } from '../template/place.ts';
import type { Resource } from '../template/resource-kind.ts';
import type { Resources } from '../template/resources.ts';
import { UnsupportedTemplateError } from '../template/unsupported-error.ts';

export interface ApiDeployment {
  readonly resources: Resources;
  readonly place: Place;
  readonly keys: JWTVerifyGetKey;
  readonly invoke: HttpGatewayOptions['invoke'];
}

/** The one HTTP API of the templates. @throws UnsupportedTemplateError if there is none or more */
export function deployApi({ resources, place, keys, invoke }: ApiDeployment): HttpGateway {
  const apis = resources.all(apiKind);
  const [api] = apis;
  if (!api || apis.length > 1) {
    throw new UnsupportedTemplateError(
      'AWS::ApiGatewayV2::Api',
      `there are ${apis.length}, not one`,
    );
  }
  return createHttpGateway({
    apiId: api.ref,
    accountId: place.accountId,
    region: place.region,
    routes: createRouteTable(routesOf(resources)),
    cors: api.properties.CorsConfiguration,
    throttle: createThrottle(throttleOf(resources), Date.now),
    keys,
    invoke,
  });
}

function throttleOf(resources: Resources): ThrottleSettings {
  const [stage] = resources.all(stageKind);
  return {
    standard: stage?.properties.DefaultRouteSettings ?? {},
    ofRoutes: stage?.properties.RouteSettings ?? {},
  };
}

function routesOf(resources: Resources): ApiRoute[] {
  const integrations = byRef(resources.all(integrationKind));
  const authorizers = byRef(resources.all(authorizerKind));
  return resources.all(routeKind).map(({ properties, stack, logicalId }) => {
    const integration = integrations.get(properties.Target.replace('integrations/', ''));
    const where = `${stack}/${logicalId}`;
    if (!integration) throw new UnsupportedTemplateError(where, 'it has no integration');
    const settings = authorizers.get(properties.AuthorizerId ?? '')?.properties.JwtConfiguration;
    if (properties.AuthorizationType === 'JWT' && !settings) {
      throw new UnsupportedTemplateError(where, 'it has no authorizer');
    }
    const authorizer: JwtSettings | undefined = settings && {
      issuer: settings.Issuer,
      audience: settings.Audience,
      scopes: properties.AuthorizationScopes,
    };
    return {
      routeKey: properties.RouteKey,
      functionArn: integration.properties.IntegrationUri,
      timeoutMs: integration.properties.TimeoutInMillis,
      ...(properties.AuthorizationType === 'JWT' && { authorizer }),
    };
  });
}

const byRef = <P>(resources: readonly Resource<P>[]): ReadonlyMap<string, Resource<P>> =>
  new Map(resources.map((resource) => [resource.ref, resource]));
