import { Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundle.ts';
import { outputFolder } from '../bundling/bundled-function.ts';
import type { FunctionSpec } from '../catalogue/function-spec.ts';
import { QUEUES } from '../catalogue/queues.ts';
import type { VariableName, Variables } from '../catalogue/variables.ts';
import { ProductFunction } from '../constructs/product-function.ts';
import { SERVICE } from '../constructs/product-metric.ts';
import { SentenceEncoderLayer } from '../constructs/sentence-encoder-layer.ts';
import type { TenantObjects } from '../constructs/tenant-objects.ts';
import { accessStatements } from '../permissions/access-statements.ts';
import type { Foundations } from './foundations.ts';

export interface FunctionSurroundings {
  readonly foundations: Foundations;
  readonly bundles: Bundles;
}

/** A function as its entry in the catalogue says, with what its event source needs besides. */
export function createFunction(
  scope: Construct,
  spec: FunctionSpec,
  { foundations, bundles }: FunctionSurroundings,
  eventSource: readonly PolicyStatement[] = [],
): ProductFunction {
  const { config } = foundations;
  const encodes = spec.encodesSentences && config.localSpace === 'joined';
  const id = outputFolder(spec.folder);
  const product = new ProductFunction(scope, id, {
    code: bundles.folderOf(spec.folder),
    memoryMb: encodes ? Math.max(spec.memoryMb, ENCODING_MEMORY_MB) : spec.memoryMb,
    layers: encodes ? [new SentenceEncoderLayer(scope, `${id}-encoder`).layer] : [],
    timeoutSeconds: timeoutOf(spec),
    environment: { ...LOGGING, ...environmentOf(spec.variables, variablesFrom(foundations)) },
    statements: [...accessStatements(foundations, spec.access), ...eventSource],
    logRetentionDays: config.logRetentionDays,
  });
  if (spec.access.objects) acknowledgeObjects(product, foundations.tenantObjects);
  if (spec.access.writeAnchors) acknowledgeObjects(product, foundations.anchors.tenantObjects);
  return product;
}

const acknowledgeObjects = ({ role }: ProductFunction, { spelled }: TenantObjects): void =>
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${spelled}]`,
    reason: 'Objects come and go; the grant names their bucket and prefix.',
  });

/** From 1,769 MB on a function has a whole processor; the model and its weights take 400 of them. */
const ENCODING_MEMORY_MB = 1792;

/** What logs and metrics of every function carry; the kit reads it, not the functions. */
const LOGGING = { POWERTOOLS_SERVICE_NAME: SERVICE, POWERTOOLS_LOG_LEVEL: 'INFO' } as const;

const timeoutOf = (spec: FunctionSpec): number =>
  spec.trigger === 'queue' ? QUEUES[spec.queue].handlingSeconds : spec.timeoutSeconds;

const environmentOf = (names: readonly VariableName[], values: Variables) =>
  Object.fromEntries(names.map((name) => [name, values[name]]));

const variablesFrom = (on: Foundations): Variables => ({
  TABLE_NAME: on.table.tableName,
  BUCKET_NAME: on.bucket.bucketName,
  ANCHOR_BUCKET_NAME: on.anchors.bucket.bucketName,
  BUS_NAME: on.bus.eventBusName,
  DELIVER_QUEUE_URL: on.queues.deliver.queue.queueUrl,
  INGEST_QUEUE_URL: on.queues['embedding-ingest'].queue.queueUrl,
  SIGNING_SECRET_ARN: on.signingKey.secretArn,
  PROVIDER_KEYS_ARN: on.providerKeys.secretArn,
  LOCAL_SPACE: on.config.localSpace,
  SENDER_ADDRESS: on.config.email.sender,
  CONSOLE_URL: on.config.consoleUrl,
  VECTOR_STORES: on.config.vectorStores.join(','),
  EGRESS_ALLOW_CIDRS: on.config.egressAllowCidrs.join(','),
  ENVIRONMENT: on.config.name,
});
