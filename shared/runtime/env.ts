import type * as z from 'zod';

/** The environment, checked once at start-up. @throws ZodError naming each missing variable. */
export function readEnv<S extends z.ZodObject>(schema: S, source = process.env): z.output<S> {
  return schema.parse(source);
}
