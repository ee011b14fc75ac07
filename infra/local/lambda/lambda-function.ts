/** A function of the template, ready to run. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  /** Folder of the unpacked bundle. */
  readonly taskRoot: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
  /** ARN of the queue for asynchronous events that failed (`DeadLetterConfig`). */
  readonly deadLetterArn?: string;
}
