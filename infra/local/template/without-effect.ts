/** Resource types that change nothing on a laptop, each with the reason. Everything else is served or an error. */
export const TYPES_WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'statistics of the CDK',
  'AWS::CloudWatch::Alarm': 'nobody is paged by a laptop; tests assert the alarms in the template',
  'AWS::CloudWatch::CompositeAlarm': 'as alarms',
  'AWS::CloudWatch::Dashboard': 'metrics are lines in the function logs',
  'AWS::Cognito::UserPoolDomain': 'the local sign-in is POST /local/token',
  'AWS::Cognito::UserPoolGroup': 'the local sign-in takes any role',
  'AWS::Events::Archive': 'events are not replayed locally',
  'AWS::Events::EventBusPolicy': 'everybody local may publish',
  'AWS::IAM::ManagedPolicy': 'permissions are simulated in tests, not enforced per call',
  'AWS::IAM::Policy': 'permissions are simulated in tests, not enforced per call',
  'AWS::IAM::Role': 'permissions are simulated in tests, not enforced per call',
  'AWS::Lambda::Permission': 'permissions are simulated in tests, not enforced per call',
  'AWS::Logs::LogGroup': 'function logs go to the state folder and end with it',
  'AWS::Logs::MetricFilter': 'metrics are lines in the function logs',
  'AWS::Logs::ResourcePolicy': 'permissions are simulated in tests, not enforced per call',
  'AWS::S3::BucketPolicy': 'permissions are simulated in tests, not enforced per call',
  'AWS::SES::ConfigurationSet': 'no reputation is measured on a laptop',
  'AWS::SNS::Subscription': 'only alarms publish to topics',
  'AWS::SNS::Topic': 'only alarms publish to topics',
  'AWS::SNS::TopicPolicy': 'only alarms publish to topics',
  'AWS::SQS::QueuePolicy': 'permissions are simulated in tests, not enforced per call',
};

export const TAGS_WITHOUT_EFFECT = { Tags: 'nobody bills a laptop' } as const;
