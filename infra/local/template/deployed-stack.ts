import * as z from 'zod';
import type { Stack, TemplateResource } from './assembly.ts';
import { type References, resolveIntrinsics } from './intrinsics.ts';
import { kindOf, SERVED_TYPES } from './kinds.ts';
import { arn, type Place } from './place.ts';
import { pseudoParameter } from './pseudo-parameter.ts';
import type { Identity, Resource, ResourceKind } from './resource-kind.ts';
import { UnsupportedTemplateError } from './unsupported-error.ts';
import { TYPES_WITHOUT_EFFECT } from './without-effect.ts';

/** One stack as CloudFormation would deploy it: which resources live, what they are called, what they say. */
export class DeployedStack {
  readonly #stack: Stack;
  readonly #place: Place;
  readonly #imported: (name: string) => unknown;
  readonly #identities = new Map<string, Identity>();
  /** Functions that only CloudFormation calls, for resources which the local cloud makes itself. */
  readonly #providers: ReadonlySet<string>;

  constructor(stack: Stack, place: Place, imported: (name: string) => unknown) {
    this.#stack = stack;
    this.#place = place;
    this.#imported = imported;
    this.#providers = new Set(Object.values(stack.template.Resources).flatMap(providerOf));
  }

  check(): void {
    for (const [logicalId, resource] of this.#live()) {
      const kind = kindOf(resource.Type);
      if (kind) this.#read(kind, logicalId, resource);
      else if (!(resource.Type in TYPES_WITHOUT_EFFECT)) {
        const what = `the resource type ${resource.Type} is not served (served: ${SERVED_TYPES.join(', ')})`;
        throw new UnsupportedTemplateError(`${this.#stack.name}/${logicalId}`, what);
      }
    }
  }

  all<P>(kind: ResourceKind<P>): Resource<P>[] {
    return this.#live()
      .filter(([, resource]) => resource.Type === kind.type)
      .map(([logicalId, resource]) => this.#read(kind, logicalId, resource));
  }

  exports(name: string): boolean {
    return this.#output(name) !== undefined;
  }

  exported(name: string): unknown {
    return resolveIntrinsics(this.#output(name)?.Value, this.#known, `${this.#stack.name}/${name}`);
  }

  #output(name: string) {
    return Object.values(this.#stack.template.Outputs).find(
      (output) => resolveIntrinsics(output.Export?.Name, this.#known, name) === name,
    );
  }

  #live(): [string, TemplateResource][] {
    return Object.entries(this.#stack.template.Resources).filter(
      ([logicalId, { Condition }]) =>
        !this.#providers.has(logicalId) && (!Condition || this.#known.condition(Condition)),
    );
  }

  #read<P>(kind: ResourceKind<P>, logicalId: string, resource: TemplateResource): Resource<P> {
    const where = `${this.#stack.name}/${logicalId} (${kind.type})`;
    const served = Object.entries(resource.Properties).filter(
      ([name]) => !(name in kind.withoutEffect),
    );
    const resolved = resolveIntrinsics(Object.fromEntries(served), this.#known, where);
    const properties = kind.properties.safeParse(resolved);
    if (!properties.success) {
      throw new UnsupportedTemplateError(where, z.prettifyError(properties.error));
    }
    const { stack, metadata } = { stack: this.#stack.name, metadata: resource.Metadata };
    const identity = this.#identify(logicalId);
    return { stack, logicalId, ...identity, properties: properties.data, metadata };
  }

  #identify(logicalId: string): Identity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const resource = this.#stack.template.Resources[logicalId];
    const where = `${this.#stack.name}/${logicalId}`;
    if (!resource) throw new UnsupportedTemplateError(where, 'there is no such resource');
    const property = (name: string) =>
      text(resolveIntrinsics(resource.Properties[name], this.#known, `${where}.${name}`));
    const unnamed = { stack: this.#stack.name, logicalId, property };
    const name = `${this.#stack.name}-${logicalId}`;
    const identity = kindOf(resource.Type)?.identify(unnamed, this.#place) ?? {
      ref: name,
      attributes: { Arn: arn(this.#place, serviceOf(resource.Type), name) },
    };
    this.#identities.set(logicalId, identity);
    return identity;
  }

  readonly #known: References = {
    ref: (name) =>
      pseudoParameter(name, this.#stack.name, this.#place) ??
      this.#stack.template.Parameters[name]?.Default ??
      this.#identify(name).ref,
    attribute: (logicalId, name) => {
      const value = this.#identify(logicalId).attributes[name];
      if (value !== undefined) return value;
      throw new UnsupportedTemplateError(
        `${this.#stack.name}/${logicalId}`,
        `the attribute ${name} is not served`,
      );
    },
    exported: (name) => this.#imported(name),
    condition: (name) =>
      Boolean(resolveIntrinsics(this.#stack.template.Conditions[name], this.#known, name)),
    mapping: (map, top, second) => this.#stack.template.Mappings[map]?.[top]?.[second],
  };
}

const providerToken = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });

function providerOf({ Properties }: TemplateResource): string[] {
  const token = providerToken.safeParse(Properties.ServiceToken);
  return token.success ? [token.data['Fn::GetAtt'][0]] : [];
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const serviceOf = (type: string): string => (type.split('::')[1] ?? 'local').toLowerCase();
