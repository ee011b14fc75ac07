/** One thing that a request asks IAM for. */
export interface Permission {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** ARN */
  readonly resource: string;
  /** Keys of the request's context that policies may look at. */
  readonly context?: Readonly<Record<string, string | string[]>>;
}

/** A permission and the function that needs it. */
export interface Need extends Permission {
  readonly functionName: string;
}

/** Needs that IAM cannot tell apart, once each. */
export function distinct(needs: readonly Need[]): readonly Need[] {
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}
