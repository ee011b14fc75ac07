import * as z from 'zod';
import { defineKind, type Resource } from '#infra/local/template/resource-kind.ts';
import type { Resources } from '#infra/local/template/resources.ts';

const oneOrMore = z.preprocess((value) => [value].flat(), z.array(z.string()));

const statement = z.strictObject({
  Effect: z.literal('Allow'),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.unknown()).optional(),
});
type Statement = z.output<typeof statement>;

// The local cloud enforces no permissions and so reads no roles; these kinds are the tests' own.
const roleKind = defineKind({
  type: 'AWS::IAM::Role',
  properties: z.object({
    Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) })),
  }),
  withoutEffect: {},
  identify: ({ logicalId }) => ({ ref: logicalId, attributes: {} }),
});

const functionKind = defineKind({
  type: 'AWS::Lambda::Function',
  properties: z.object({ Role: z.string(), LoggingConfig: z.object({ LogGroup: z.string() }) }),
  withoutEffect: {},
  identify: ({ logicalId }) => ({ ref: logicalId, attributes: {} }),
});

/** One action on one resource, as a statement allows it. */
export interface Grant {
  readonly action: string;
  /** ARN, perhaps with wildcards. */
  readonly resource: string;
  readonly condition?: Readonly<Record<string, unknown>>;
}

/** All that a function of the template may do. */
export interface FunctionRole {
  readonly functionName: string;
  readonly functionArn: string;
  readonly logGroup: string;
  readonly grants: readonly Grant[];
}

/** The role of every function. @throws Error when a function has none in the template */
export function readFunctionRoles(resources: Resources): readonly FunctionRole[] {
  const roles = new Map(resources.all(roleKind).map((role) => [role.attributes['Arn'], role]));
  return resources.all(functionKind).map(({ ref, attributes, properties }) => {
    const role = roles.get(properties.Role);
    if (!role) throw new Error(`${ref} has no role in the template`);
    return {
      functionName: ref,
      functionArn: attributes['Arn'] ?? '',
      logGroup: properties.LoggingConfig.LogGroup,
      grants: grantsOf(role),
    };
  });
}

type Role = Resource<z.output<typeof roleKind.properties>>;

const grantsOf = ({ properties }: Role): readonly Grant[] =>
  properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).flatMap(grantsIn);

const grantsIn = ({ Action, Resource: on, Condition }: Statement): readonly Grant[] =>
  Action.flatMap((action) =>
    on.map((resource) => ({ action, resource, ...(Condition && { condition: Condition }) })),
  );
