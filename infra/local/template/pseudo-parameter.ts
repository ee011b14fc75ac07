import { NO_VALUE } from './intrinsics.ts';
import { arn, type Place } from './place.ts';

/** What `AWS::…` stands for in a stack at this place, if it is one. */
export function pseudoParameter(
  name: string,
  stackName: string,
  place: Place,
): string | symbol | undefined {
  const values: Readonly<Record<string, string | symbol>> = {
    'AWS::AccountId': place.accountId,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': arn(place, 'cloudformation', `stack/${stackName}/local`),
    'AWS::NoValue': NO_VALUE,
  };
  return values[name];
}
