import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { allow } from './statement.ts';

/** What Lambda does in the function's name to feed it from a queue. */
export const consumeQueue = ({ queueArn }: IQueue): PolicyStatement =>
  allow('sqs', ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'], [queueArn]);

/** What Lambda does in the function's name to feed it from a table's stream. */
export const followStream = (streamArn: string): PolicyStatement =>
  allow(
    'dynamodb',
    ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
    [streamArn],
  );

/** What Lambda does in the function's name with work that was given up. */
export const parkIn = ({ queueArn }: IQueue): PolicyStatement =>
  allow('sqs', ['SendMessage'], [queueArn]);
