import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnAuthorizer,
  CorsHttpMethod,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { TokenIssuer } from '../stacks/token-issuer.ts';

export interface HttpFrontDoorProps {
  readonly tokens: TokenIssuer;
  readonly allowedOrigins: readonly string[];
  readonly throttle: { readonly ratePerSecond: number; readonly burst: number };
  readonly logRetentionDays: RetentionDays;
}

/** The HTTP API without its routes: who may call it from where, how often, and what is noted of it. */
export class HttpFrontDoor extends Construct {
  readonly api: HttpApi;
  readonly authorizerId: string;

  constructor(scope: Construct, id: string, props: HttpFrontDoorProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...props.allowedOrigins],
        allowMethods: [
          CorsHttpMethod.GET,
          CorsHttpMethod.POST,
          CorsHttpMethod.PUT,
          CorsHttpMethod.DELETE,
        ],
        allowHeaders: [
          'authorization',
          'content-type',
          'idempotency-key',
          'prefer',
          'x-correlation-id',
        ],
        exposeHeaders: [...EXPOSED_HEADERS],
        maxAge: Duration.hours(1),
      },
    });
    this.#addStage(props);
    this.authorizerId = this.#addAuthorizer(props);
  }

  #addStage({ throttle, logRetentionDays }: HttpFrontDoorProps): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.ratePerSecond, burstLimit: throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: ACCESS_LOG },
    });
  }

  /** ID tokens of the issuer, made for our client: access tokens carry no tenant. */
  #addAuthorizer({ tokens: { issuer, audience } }: HttpFrontDoorProps): string {
    const authorizer = new CfnAuthorizer(this, 'Authorizer', {
      apiId: this.api.apiId,
      name: 'id-token',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer, audience: [audience] },
    });
    return authorizer.ref;
  }
}

const EXPOSED_HEADERS = [
  'etag',
  'idempotent-replayed',
  'link',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-correlation-id',
] as const;

/** The route, never the path or the query: those may hold a token or what somebody searched for. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    request_id: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    route: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    latency_ms: '$context.responseLatency',
    function_latency_ms: '$context.integrationLatency',
    response_bytes: AccessLogField.contextResponseLength(),
    source_ip: AccessLogField.contextIdentitySourceIp(),
    authorizer_error: '$context.authorizer.error',
    integration_error: '$context.integrationErrorMessage',
  }),
);
