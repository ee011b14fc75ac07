/** A refusal in the words of the service: `code` is the part of `__type` after the hash. */
export class AwsJsonError extends Error {
  override readonly name = 'AwsJsonError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type AwsJsonCall = (operation: string, input: object) => Promise<unknown>;

/**
 * Calls of an AWS JSON 1.0 service of the local cloud. Used where the raw wire shape is wanted (a
 * stream record goes to a function as the service spells it), which the SDK would parse away.
 */
export function awsJsonCaller(endpoint: string, targetPrefix: string, region: string): AwsJsonCall {
  return async (operation, input) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${targetPrefix}.${operation}`,
        ...unverifiedSignature(region),
      },
      body: JSON.stringify(input),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw refusal(answer);
    return answer;
  };
}

// Local engines read the region from the signature's scope but do not check it.
const unverifiedSignature = (region: string) => ({
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
});

function refusal(answer: unknown): AwsJsonError {
  const { __type: type = 'Unknown', message = '' } = Object(answer);
  return new AwsJsonError(String(type).split('#').at(-1) ?? 'Unknown', String(message));
}
