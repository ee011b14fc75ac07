/** A refusal as S3 words it. */
export interface S3Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const s3Refusal = (status: number, code: string, message: string): S3Refusal => ({
  status,
  code,
  message,
});

export const s3ErrorXml = ({ code, message }: S3Refusal, requestId: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId></Error>`;
