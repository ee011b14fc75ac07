import type { AsyncSettings } from '../lambda/async-invocation.ts';
import type { LambdaFunction } from '../lambda/lambda-function.ts';
import { eventInvokeConfigKind } from '../template/kinds/event-invoke-config.ts';
import type { Resources } from '../template/resources.ts';

/** What the template says about failed asynchronous events of a function. */
export function asyncSettingsOf(resources: Resources): (fn: LambdaFunction) => AsyncSettings {
  const configs = resources.all(eventInvokeConfigKind);
  return (fn) => {
    const config = configs.find(({ properties }) =>
      [fn.name, fn.arn].includes(properties.FunctionName),
    )?.properties;
    return {
      maxRetries: config?.MaximumRetryAttempts ?? 2,
      onFailureArn: config?.DestinationConfig.OnFailure?.Destination,
      onSuccessArn: config?.DestinationConfig.OnSuccess?.Destination,
      deadLetterArn: fn.deadLetterArn,
    };
  };
}
