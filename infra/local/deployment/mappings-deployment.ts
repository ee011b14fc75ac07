import type { DeliveryFaults } from '../engines/delivery-faults.ts';
import type { LocalDynamo } from '../engines/dynamo.ts';
import type { LocalIdentity } from '../engines/local-identity.ts';
import type { QueuesAndBuckets } from '../engines/queues-and-buckets.ts';
import type { LambdaService } from '../lambda/lambda-service.ts';
import type { Activity } from '../quiet/activity.ts';
import type { Resources } from '../template/resources.ts';
import type { DeployedTable } from './deploy-stores.ts';

/** What event source mappings connect. */
export interface MappingsDeployment {
  readonly resources: Resources;
  readonly identity: LocalIdentity;
  readonly lambda: LambdaService;
  readonly stores: QueuesAndBuckets;
  readonly dynamo: LocalDynamo;
  readonly tables: readonly DeployedTable[];
  readonly faults: DeliveryFaults;
  readonly activity: Activity;
  readonly dataFolder?: string;
  readonly retryAfterSeconds?: number;
}
