import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Assembly } from '../template/assembly.ts';
import { functionKind } from '../template/kinds/function.ts';
import type { Resources } from '../template/resources.ts';
import { UnsupportedTemplateError } from '../template/unsupported-error.ts';

/**
 * The functions of the templates, each with the bundle its asset points to.
 * @param operatorVariables replace a variable that the template gives to a function
 */
export const functionsOf = (
  resources: Resources,
  assembly: Assembly,
  operatorVariables: Readonly<Record<string, string>>,
): LambdaFunction[] =>
  resources.all(functionKind).map(({ ref, attributes, properties, stack, logicalId }) => {
    const taskRoot = assembly.assets.get(properties.Code.S3Key);
    if (!taskRoot) {
      throw new UnsupportedTemplateError(`${stack}/${logicalId}`, 'its code is no local asset');
    }
    const { Variables: given } = properties.Environment;
    const chosen = Object.entries(operatorVariables).filter(([name]) => name in given);
    return {
      name: ref,
      arn: attributes.Arn ?? '',
      taskRoot,
      handler: properties.Handler,
      timeoutSeconds: properties.Timeout,
      memoryMb: properties.MemorySize,
      variables: { ...given, ...Object.fromEntries(chosen) },
      deadLetterArn: properties.DeadLetterConfig?.TargetArn,
    };
  });
