import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** Namespace and dimension under which the kit emits metrics; functions get the service's name. */
const NAMESPACE = 'Onboarding';
export const SERVICE = 'onboarding';

/** The highest value of a metric of ours within five minutes. */
export const productMetric = (metricName: string): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName,
    dimensionsMap: { service: SERVICE },
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });
