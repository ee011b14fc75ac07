import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Access } from '../catalogue/access.ts';
import type { Foundations } from '../stacks/foundations.ts';
import { allow } from './statement.ts';
import { tableAccess } from './table-access.ts';

/** A function's access as policy: each action by name, on the one resource it is meant for. */
export const accessStatements = (on: Foundations, access: Access): readonly PolicyStatement[] => [
  ...tableAccess(on.table, access),
  ...objectAccess(on, access),
  ...anchorAccess(on, access),
  ...messageAccess(on, access),
  ...when(access.readSigningKey, () =>
    allow('secretsmanager', ['GetSecretValue'], [on.signingKey.secretArn]),
  ),
  ...when(access.readProviderKeys, () =>
    allow('secretsmanager', ['GetSecretValue'], [on.providerKeys.secretArn]),
  ),
  ...when(access.sendEmail, () => allow('ses', ['SendEmail'], [on.emailIdentityArn])),
];

const objectAccess = (on: Foundations, { objects = [], listObjects }: Access) => [
  ...when(objects.length > 0, () => allow('s3', objects, [on.tenantObjects.arn])),
  ...when(listObjects, () => allow('s3', ['ListBucket'], [on.bucket.bucketArn])),
];

const anchorAccess = ({ anchors }: Foundations, { writeAnchors, listAnchors }: Access) => [
  ...when(writeAnchors, () => allow('s3', ['PutObject'], [anchors.tenantObjects.arn])),
  ...when(listAnchors, () => allow('s3', ['ListBucket'], [anchors.bucket.bucketArn])),
];

const messageAccess = ({ bus, queues }: Foundations, { publishEvents, sendTo = [] }: Access) => [
  ...when(publishEvents, () => allow('events', ['PutEvents'], [bus.eventBusArn])),
  ...when(sendTo.length > 0, () =>
    allow(
      'sqs',
      ['SendMessage'],
      sendTo.map((name) => queues[name].queue.queueArn),
    ),
  ),
];

const when = (holds: boolean | undefined, statement: () => PolicyStatement) =>
  holds ? [statement()] : [];
