import type * as z from 'zod';
import type { Place } from './place.ts';

/** What other resources can say about one: its `Ref` and its `Fn::GetAtt` attributes. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Unnamed {
  readonly stack: string;
  readonly logicalId: string;
  /** The property's resolved text, if the template sets it. */
  readonly property: (name: string) => string | undefined;
}

/** One CloudFormation resource type that the local cloud serves. */
export interface ResourceKind<Properties> {
  readonly type: string;
  /** Strict: a property that is neither here nor in `withoutEffect` is an error. */
  readonly properties: z.ZodType<Properties>;
  /** Properties that change nothing on a laptop, each with the reason. */
  readonly withoutEffect: Readonly<Record<string, string>>;
  readonly identify: (resource: Unnamed, place: Place) => Identity;
}

export interface Resource<Properties> {
  readonly stack: string;
  readonly logicalId: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Properties;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const defineKind = <Properties>(kind: ResourceKind<Properties>): ResourceKind<Properties> =>
  kind;

/** The template's name for it, or one made of stack and logical id as CloudFormation would. */
export const nameOf = (resource: Unnamed, property: string): string =>
  resource.property(property) ?? `${resource.stack}-${resource.logicalId}`;
