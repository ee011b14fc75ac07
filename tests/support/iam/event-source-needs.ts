import { eventInvokeConfigKind } from '#infra/local/template/kinds/event-invoke-config.ts';
import { eventSourceMappingKind } from '#infra/local/template/kinds/event-source-mapping.ts';
import type { Resources } from '#infra/local/template/resources.ts';
import type { FunctionRole } from './function-roles.ts';
import type { Need, Permission } from './permission.ts';

/** What Lambda asks of a queue to feed a function from it. */
const READ_QUEUE = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** What Lambda asks of a table's stream. */
const READ_STREAM = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/**
 * What Lambda itself does in the name of functions: it reads their sources and parks what they give
 * up. No SDK of ours makes these calls, so they follow from the template instead of a recording.
 */
export function eventSourceNeeds(
  resources: Resources,
  roles: readonly FunctionRole[],
): readonly Need[] {
  const named = (name: string, permission: Permission): Need => {
    const role = roles.find(({ functionName, functionArn }) =>
      [functionName, functionArn].includes(name),
    );
    if (!role) throw new Error(`No function is named ${name}`);
    return { functionName: role.functionName, ...permission };
  };
  const sources = resources.all(eventSourceMappingKind).flatMap(({ properties }) => {
    const { FunctionName, EventSourceArn, DestinationConfig } = properties;
    const { Destination } = DestinationConfig.OnFailure ?? {};
    return [...reading(EventSourceArn), ...parking(Destination)].map((permission) =>
      named(FunctionName, permission),
    );
  });
  const retries = resources
    .all(eventInvokeConfigKind)
    .flatMap(({ properties: { FunctionName, DestinationConfig } }) =>
      parking(DestinationConfig.OnFailure?.Destination).map((permission) =>
        named(FunctionName, permission),
      ),
    );
  return [...sources, ...retries];
}

const reading = (source: string): readonly Permission[] =>
  (source.startsWith('arn:aws:sqs:') ? READ_QUEUE : READ_STREAM).map((action) => ({
    action,
    resource: source,
  }));

const parking = (queue: string | undefined): readonly Permission[] =>
  queue ? [{ action: 'sqs:SendMessage', resource: queue }] : [];
