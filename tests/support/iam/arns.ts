/** Whose resources they are. */
export interface Account {
  readonly region: string;
  readonly accountId: string;
}

const arn = (service: string, { region, accountId }: Account, resource: string): string =>
  `arn:aws:${service}:${region}:${accountId}:${resource}`;

export const tableArn = (account: Account, name: string, index?: string): string =>
  arn('dynamodb', account, index ? `table/${name}/index/${index}` : `table/${name}`);

/** @param url of the queue, which ends with its name */
export const queueArn = (account: Account, url: string): string =>
  arn('sqs', account, url.split('/').at(-1) ?? '');

export const busArn = (account: Account, name: string): string =>
  name.startsWith('arn:') ? name : arn('events', account, `event-bus/${name}`);

export const identityArn = (account: Account, name: string): string =>
  arn('ses', account, `identity/${name}`);

export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
