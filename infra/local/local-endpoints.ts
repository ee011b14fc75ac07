import type { Foundation } from './foundation.ts';
import type { LocalEndpoints } from './gateway/local-routes.ts';
import { bucketKind } from './template/kinds/bucket.ts';
import { eventBusKind } from './template/kinds/event-bus.ts';
import { globalTableKind } from './template/kinds/global-table.ts';
import { tableKind } from './template/kinds/table.ts';

/** What `GET /local/endpoints` says: the first table, bucket and bus are those of the product. */
export function endpointsOf({
  resources,
  instruments,
  engines,
  identity,
}: Foundation): LocalEndpoints {
  const [table] = [...resources.all(tableKind), ...resources.all(globalTableKind)];
  return {
    dynamodb: instruments.endpointOf('dynamodb'),
    sqs: instruments.endpointOf('sqs'),
    s3: instruments.endpointOf('s3'),
    ses: instruments.endpointOf('ses'),
    bus: resources.all(eventBusKind)[0]?.ref ?? 'default',
    table: table?.ref ?? '',
    bucket: resources.all(bucketKind)[0]?.ref ?? '',
    region: identity.region,
    mail_url: engines.mail.mailUrl,
  };
}
