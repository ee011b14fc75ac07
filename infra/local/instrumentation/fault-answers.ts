import type { SdkCall, ServiceName } from './sdk-call.ts';

export interface FaultAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const json = (body: object, headers = {}): FaultAnswer => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0', ...headers },
  body: JSON.stringify(body),
});

const xml = (status: number, body: string): FaultAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

const queryError = (code: string): FaultAnswer =>
  xml(
    400,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Rate exceeded</Message></Error></ErrorResponse>`,
  );

const THROTTLED: Readonly<Record<ServiceName, () => FaultAnswer>> = {
  dynamodb: () =>
    json({
      __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException',
      message: 'Throughput exceeds the current capacity of your table or index.',
    }),
  sqs: () =>
    json(
      { __type: 'com.amazonaws.sqs#RequestThrottled', message: 'Rate exceeded' },
      { 'x-amzn-query-error': 'RequestThrottled;Sender' },
    ),
  s3: () =>
    xml(
      503,
      '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
    ),
  ses: () => queryError('Throttling'),
  sts: () => queryError('Throttling'),
  events: () => json({ __type: 'ThrottlingException', message: 'Rate exceeded' }),
  secretsmanager: () => json({ __type: 'ThrottlingException', message: 'Rate exceeded' }),
  other: () => json({ __type: 'ThrottlingException', message: 'Rate exceeded' }),
};

/** What the service itself says when there are too many requests. */
export const throttled = ({ service }: SdkCall): FaultAnswer => THROTTLED[service]();

/** What DynamoDB says when another transaction works on an item of this call. */
export function transactionConflict({ parameters }: SdkCall): FaultAnswer {
  const prefix = 'com.amazonaws.dynamodb.v20120810#';
  const { TransactItems: items } = parameters;
  if (!Array.isArray(items)) {
    const message = 'Transaction is ongoing for the item';
    return json({ __type: `${prefix}TransactionConflictException`, message });
  }
  const reasons = items.map((_, index) =>
    index === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return json({
    __type: `${prefix}TransactionCanceledException`,
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  });
}
