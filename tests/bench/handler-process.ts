import { createRequire } from 'node:module';
import * as z from 'zod';
import { lambdaContext } from '#tests/support/lambda-context.ts';

const input = z.object({ file: z.string(), event: z.unknown(), calls: z.int() });
const bundle = z.object({
  handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
});
const answer = z.looseObject({ statusCode: z.int() });

/** In a process of its own: loads a bundle, asks it once, then again and again, and says how long it took. */
async function main(text = ''): Promise<void> {
  const { file, event, calls } = input.parse(JSON.parse(text));
  const begun = performance.now();
  const { handler } = bundle.parse(createRequire(import.meta.url)(file));
  const { statusCode } = answer.parse(await handler(event, lambdaContext));
  const startUpMs = performance.now() - begun;
  const warm: number[] = [];
  for (let call = 0; call < calls; call++) {
    const called = performance.now();
    await handler(event, lambdaContext);
    warm.push(performance.now() - called);
  }
  process.send?.({ startUpMs, statusCode, warm });
  process.disconnect?.();
}

await main(process.argv[2]);
