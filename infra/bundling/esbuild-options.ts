import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { leanPackages } from './lean-packages.ts';
import { s3Apart } from './s3-apart.ts';
import { WHOLE_PACKAGES } from './whole-packages.ts';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How everything is built. CJS, because an ESM bundle that imports `node:http` starts 50 ms
 * slower; `module` before `main`, because ESM sources shake better.
 */
const COMMON = {
  absWorkingDir: REPOSITORY,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  charset: 'utf8',
  mainFields: ['module', 'main'],
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  loader: { '.md': 'text', '.html': 'text', '.txt': 'text' },
  // Parts of the SDK that Lambda or our operations never use; each file says why.
  alias: {
    '@smithy/core/event-streams': './infra/bundling/stand-ins/no-event-streams.ts',
    '@aws-sdk/credential-provider-node': './infra/bundling/stand-ins/environment-credentials.ts',
    'pg-native': './infra/bundling/stand-ins/no-such-package.ts',
    '@chroma-core/default-embed': './infra/bundling/stand-ins/no-such-package.ts',
    '@aws-sdk/middleware-endpoint-discovery': './infra/bundling/stand-ins/no-endpoint-discovery.ts',
  },
  external: [...WHOLE_PACKAGES],
  plugins: [leanPackages],
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** How every function is built. */
export const ESBUILD_OPTIONS = {
  ...COMMON,
  plugins: [...COMMON.plugins, s3Apart(COMMON)],
} as const satisfies BuildOptions;
