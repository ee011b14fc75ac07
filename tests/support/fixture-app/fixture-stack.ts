import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { StringAttribute, UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  Code,
  Function as LambdaFunction,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** The smallest app that uses every hop: HTTP → table → stream → bus → queue → table. */
export class FixtureStack extends Stack {
  constructor(scope: Construct, id: string, bundles: string) {
    super(scope, id);
    const table = this.#table();
    const bus = new EventBus(this, 'Bus');
    const environment = { TABLE_NAME: table.tableName, BUS_NAME: bus.eventBusName };
    const fn = (name: string, timeoutSeconds = 10) =>
      new LambdaFunction(this, name, {
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromAsset(join(bundles, name)),
        memorySize: 256,
        timeout: Duration.seconds(timeoutSeconds),
        environment,
      });
    const parked = new Queue(this, 'Parked', { queueName: 'fixture-parked' });
    const queue = new Queue(this, 'Work', {
      visibilityTimeout: Duration.seconds(60),
      deadLetterQueue: { queue: parked, maxReceiveCount: 3 },
    });
    new Rule(this, 'Written', {
      eventBus: bus,
      eventPattern: { source: ['fixture'] },
      targets: [new SqsQueue(queue)],
    });
    fn('worker').addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
    fn('relay').addEventSource(relayed(table, parked));
    new Bucket(this, 'Objects');
    this.#api(fn('api'), fn('slow', 1), this.#pool(fn('sign-in')));
  }

  #table(): Table {
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    });
    table.addGlobalSecondaryIndex({
      indexName: 'all',
      partitionKey: { name: 'all', type: AttributeType.STRING },
    });
    return table;
  }

  #pool(signIn: LambdaFunction): IHttpRouteAuthorizer {
    const pool = new UserPool(this, 'Pool', {
      customAttributes: { tenant_id: new StringAttribute() },
    });
    pool.addTrigger(UserPoolOperation.POST_AUTHENTICATION, signIn);
    return new HttpUserPoolAuthorizer('people', pool, { userPoolClients: [pool.addClient('web')] });
  }

  #api(handler: LambdaFunction, slow: LambdaFunction, authorizer: IHttpRouteAuthorizer): void {
    const integration = new HttpLambdaIntegration('api', handler);
    const api = new HttpApi(this, 'Api', {
      corsPreflight: { allowOrigins: ['https://console.example'], allowHeaders: ['authorization'] },
    });
    const add = (path: string, methods: HttpMethod[], guarded = false) =>
      api.addRoutes({ path, methods, integration, ...(guarded && { authorizer }) });
    add('/api/notes', [HttpMethod.GET, HttpMethod.POST]);
    add('/api/broken', [HttpMethod.GET]);
    api.addRoutes({ path: '/api/slow', integration: new HttpLambdaIntegration('slow', slow) });
    add('/api/echo/{id}', [HttpMethod.ANY]);
    add('/api/private', [HttpMethod.GET], true);
  }
}

const relayed = (table: Table, parked: Queue) =>
  new DynamoEventSource(table, {
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [{ pattern: JSON.stringify({ dynamodb: { Keys: { SK: { S: ['NOTE'] } } } }) }],
    bisectBatchOnError: true,
    retryAttempts: 1,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(parked),
  });
