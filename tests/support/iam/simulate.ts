import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Account } from './arns.ts';
import type { Grant } from './function-roles.ts';
import type { Permission } from './permission.ts';

/**
 * Whether IAM would let a role with these grants do it.
 * @throws Error when the action does not exist, or not on such a resource
 */
export async function isAllowed(
  grants: readonly Grant[],
  { action, resource, context = {} }: Permission,
  { accountId }: Pick<Account, 'accountId'>,
): Promise<boolean> {
  const result = await runSimulation(
    {
      identityPolicies: [{ name: 'access', policy: policyOf(grants) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      request: {
        action,
        principal: `arn:aws:iam::${accountId}:role/function`,
        resource: { resource, accountId },
        contextVariables: { ...context },
      },
    },
    {},
  );
  if (result.resultType !== 'error') return result.overallResult === 'Allowed';
  throw new Error(`${action} on ${resource}: ${JSON.stringify(result.errors)}`);
}

const policyOf = (grants: readonly Grant[]) => ({
  Version: '2012-10-17',
  Statement: grants.map(({ action, resource, condition }) => ({
    Effect: 'Allow',
    Action: action,
    Resource: resource,
    ...(condition && { Condition: condition }),
  })),
});
