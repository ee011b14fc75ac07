import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface RunbookAlarmProps {
  readonly metric: IMetric;
  /** Rings when the metric is above this. */
  readonly above: number;
  /** Consecutive periods above it. @default 1 */
  readonly periods?: number;
  /** What it means, for somebody who was just woken. */
  readonly sentence: string;
  /** Page below `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
  readonly topic?: ITopic;
}

/** An alarm that says what it means and what to do about it. */
export class RunbookAlarm extends Construct {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id);
    const { metric, above, periods = 1, sentence, runbook, topic } = props;
    const alarm = new Alarm(this, 'Alarm', {
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${sentence} Runbook: docs/runbooks/${runbook}.md`,
    });
    if (topic) alarm.addAlarmAction(new SnsAction(topic));
  }
}
