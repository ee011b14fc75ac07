import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiling the CDK is a third of a start; Node keeps what it compiled the last time.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));

const { npmStart } = await import('./npm-start.ts');
await npmStart();
