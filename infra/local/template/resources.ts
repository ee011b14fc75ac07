import type { Assembly } from './assembly.ts';
import { DeployedStack } from './deployed-stack.ts';
import type { Place } from './place.ts';
import type { Resource, ResourceKind } from './resource-kind.ts';
import { UnsupportedTemplateError } from './unsupported-error.ts';

/** Every resource of an assembly's stacks, resolved and typed by kind. */
export interface Resources {
  readonly all: <P>(kind: ResourceKind<P>) => readonly Resource<P>[];
}

/**
 * Reads the stacks of an assembly as CloudFormation would deploy them to this place.
 * @throws UnsupportedTemplateError naming the type, intrinsic or property that is neither served
 * nor known to be without local effect.
 */
export function readResources(assembly: Assembly, place: Place): Resources {
  const stacks = assembly.stacks.map((stack) => new DeployedStack(stack, place, imported));
  function imported(name: string): unknown {
    const exporter = stacks.find((stack) => stack.exports(name));
    if (!exporter) throw new UnsupportedTemplateError('Fn::ImportValue', `nobody exports ${name}`);
    return exporter.exported(name);
  }
  for (const stack of stacks) stack.check();
  return { all: (kind) => stacks.flatMap((stack) => stack.all(kind)) };
}
