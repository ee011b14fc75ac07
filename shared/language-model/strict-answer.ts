import type * as z from 'zod';

type Leaf = z.ZodString | z.ZodNumber | z.ZodBoolean | z.ZodEnum | z.ZodLiteral;

type AllStrict<Shape> = false extends { [K in keyof Shape]: IsStrict<Shape[K]> }[keyof Shape]
  ? false
  : true;

/**
 * Whether a schema is in the subset that structured outputs accept: objects are closed and every field
 * is there, what may be missing is nullable, and nothing is transformed.
 */
type IsStrict<Schema> =
  Schema extends z.ZodNullable<infer Inner>
    ? IsStrict<Inner>
    : Schema extends z.ZodArray<infer Element>
      ? IsStrict<Element>
      : Schema extends z.ZodObject<infer Shape, infer Config>
        ? string extends keyof Config['out' & keyof Config]
          ? false
          : AllStrict<Shape>
        : Schema extends Leaf
          ? true
          : false;

/** The schema of a model's answer. One that the provider would refuse does not compile. */
export const strictAnswer = <Schema extends z.ZodType>(
  schema: Schema & (IsStrict<Schema> extends true ? unknown : never),
): Schema => schema;
