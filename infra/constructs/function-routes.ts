import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Route, routeKeyOf } from '#shared/http/route.ts';
import type { HttpFrontDoor } from './http-front-door.ts';

export interface FunctionRoutesProps {
  readonly frontDoor: HttpFrontDoor;
  readonly lambda: IFunction;
  readonly routes: readonly Route[];
  /** Also answers what no route matches, and the preflights of browsers. */
  readonly catchAll?: boolean;
}

/** The routes of one function, each with and without the trailing slash, over one integration. */
export class FunctionRoutes extends Construct {
  readonly #frontDoor: HttpFrontDoor;
  readonly #target: string;

  constructor(scope: Construct, id: string, props: FunctionRoutesProps) {
    super(scope, id);
    this.#frontDoor = props.frontDoor;
    this.#target = `integrations/${this.#integrate(props.lambda).ref}`;
    for (const route of props.routes) this.#addTwins(route);
    if (props.catchAll) for (const key of CATCH_ALL) this.#addPublic(key, 'Whatever has no route');
  }

  #integrate(lambda: IFunction): CfnIntegration {
    const { apiId } = this.#frontDoor.api;
    lambda.addPermission(`Invoke-${this.node.id}`, {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: apiId,
        resourceName: '*',
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    });
    return new CfnIntegration(this, 'Integration', {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: lambda.functionArn,
      payloadFormatVersion: '2.0',
    });
  }

  /** API Gateway takes `/x` and `/x/` for two paths; people do not. */
  #addTwins(route: Route): void {
    const key = routeKeyOf(route);
    for (const twin of [key, `${key}/`]) {
      if (route.role === 'public') this.#addPublic(twin, route.summary);
      else this.#addAuthorised(twin);
    }
  }

  #addAuthorised(routeKey: string): void {
    const { api, authorizerId } = this.#frontDoor;
    const authorization = { authorizationType: 'JWT', authorizerId };
    const { apiId } = api;
    new CfnRoute(this, routeKey, { apiId, routeKey, target: this.#target, ...authorization });
  }

  #addPublic(routeKey: string, what: string): void {
    const { apiId } = this.#frontDoor.api;
    const route = new CfnRoute(this, routeKey, { apiId, routeKey, target: this.#target });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: `Public by contract, reads no tenant's data: ${what}`,
    });
  }
}

const CATCH_ALL = ['$default', 'OPTIONS /{proxy+}'] as const;
