import type { DeliveryFaultOptions } from './engines/delivery-faults.ts';

export interface LocalCloudOptions {
  /** Folder of a synthesized cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Port of the front door. @default 0: any free one */
  readonly port?: number;
  /** Where everything is kept between runs. Without it everything is gone after `stop`. */
  readonly stateFolder?: string;
  /** Provider keys, secrets and the like: what an operator sets in `.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Pages below `/`. @default the page with links */
  readonly staticFolder?: string;
  /** What at-least-once delivery may do. @default nothing unexpected */
  readonly deliveryFaults?: DeliveryFaultOptions;
  /** How long a new item stays invisible in an index, at most. @default 0 */
  readonly indexLagMs?: number;
  /** Seconds until a failed queue message comes again. @default its visibility timeout, as on AWS */
  readonly retryAfterSeconds?: number;
  /** Pauses before the retries of failed asynchronous calls. AWS waits one and two minutes. */
  readonly asyncRetryDelaysMs?: readonly number[];
  /** Whether scheduled rules run on their own. @default true */
  readonly schedules?: boolean;
  /** Instances per function. @default 8 */
  readonly maxInstances?: number;
  /** SDK calls remembered for `calls` and `callsOf`. @default 0 */
  readonly keepCalls?: number;
  /** Hears of each failure that a function logs, in one line. */
  readonly onError?: (line: string) => void;
  /** Hears how long each part of the start took. */
  readonly onStarted?: (part: string, ms: number) => void;
}
