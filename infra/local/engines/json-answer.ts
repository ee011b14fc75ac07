/** An answer of the AWS JSON 1.1 protocol. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: object;
}

/** A refusal of the AWS JSON 1.1 protocol. */
export const refuseJson = (code: string, message: string, status = 400): JsonAnswer => ({
  status,
  body: { __type: code, message },
});
