import type * as z from 'zod';

/** What a stack must set so that a function with this schema can start. */
export type EnvOf<S extends z.ZodObject> = { [K in keyof z.input<S>]-?: string };

/** The environment, checked once at start-up. @throws ZodError naming each missing variable. */
export function readEnv<S extends z.ZodObject>(schema: S, source = process.env): z.output<S> {
  return schema.parse(source);
}
