import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { LAZY_CHUNKS } from './lazy-chunk.ts';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How every function is built. CJS, because an ESM bundle that imports `node:http` starts 50 ms
 * slower; `module` before `main`, because ESM sources shake better.
 */
export const ESBUILD_OPTIONS = {
  absWorkingDir: REPOSITORY,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  // Errors are logged by the name of their class.
  keepNames: true,
  mainFields: ['module', 'main'],
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  loader: { '.md': 'text', '.html': 'text', '.txt': 'text' },
  alias: {
    '@aws-sdk/credential-provider-node': './infra/bundling/environment-credentials.ts',
  },
  external: [...LAZY_CHUNKS],
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;
