import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { IndexName } from '../catalogue/access.ts';

/** The one table: every item of every tenant, its stream, and the two indexes. */
export class SingleTable extends Construct {
  readonly table: Table;
  readonly streamArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: text('PK'),
      sortKey: text('SK'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expires_at',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#addIndex('inbox');
    this.#addIndex('due');
    if (!this.table.tableStreamArn) throw new Error('The table has no stream');
    this.streamArn = this.table.tableStreamArn;
  }

  /** `inbox`: what waits for a person of a tenant. `due`: what waits for a time. Both are sparse. */
  #addIndex(name: IndexName): void {
    this.table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(`${name}_pk`),
      sortKey: text(`${name}_sk`),
      projectionType: ProjectionType.ALL,
    });
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
