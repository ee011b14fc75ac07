import { type BuildOptions, build, type Plugin, transform } from 'esbuild';
import { ESBUILD_OPTIONS } from './esbuild-options.ts';

/** ES modules that esbuild has split a function into, by file name; all lie in one folder. */
interface Pieces {
  readonly atStart: ReadonlyMap<string, string>;
  readonly later: ReadonlyMap<string, string>;
}

interface JoinedFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

/**
 * CommonJS of the pieces: `start.js` holds all that is loaded at the start and hands what it shares to
 * the later pieces, which find it there; `index.js` is its door, so that whatever loads a function, ours
 * or Lambda's loader, there is one `start.js`. Every file but the door has its map beside it.
 */
export async function joinPieces(pieces: Pieces): Promise<JoinedFile[]> {
  const later = [...pieces.later].map(([name, text]) => toCommonJs(pieces, name, text));
  const files = await Promise.all([buildStart(pieces), ...later]);
  return [{ name: 'index.js', contents: Buffer.from(DOOR) }, ...files.flat()];
}

const DOOR = 'module.exports = require("./start.js");\n';

const { platform, target, minify, charset, sourcesContent, legalComments } = ESBUILD_OPTIONS;
const TO_COMMON_JS = {
  platform,
  target,
  minify,
  charset,
  sourcesContent,
  legalComments,
  format: 'cjs',
  sourcemap: 'external',
  // `import()` becomes `require` in a promise: no need to start the loader of ES modules.
  supported: { 'dynamic-import': false },
} as const satisfies BuildOptions;

async function buildStart({ atStart, later }: Pieces): Promise<JoinedFile[]> {
  const shared = [...atStart.keys()].filter((name) =>
    [...later.values()].some((text) => text.includes(`"./${name}"`)),
  );
  const contents = [
    "export * from './index.js';",
    ...shared.map((name) => `export * as ${sharedAs(name)} from './${name}';`),
  ];
  const { outputFiles } = await build({
    ...TO_COMMON_JS,
    bundle: true,
    write: false,
    logLevel: 'silent',
    outfile: 'start.js',
    stdin: { contents: contents.join('\n') },
    plugins: [fromMemory(atStart)],
  });
  return outputFiles.map(({ path, contents }) => ({
    name: path.endsWith('.map') ? 'start.js.map' : 'start.js',
    contents,
  }));
}

async function toCommonJs({ atStart }: Pieces, name: string, text: string): Promise<JoinedFile[]> {
  const { code, map } = await transform(text, TO_COMMON_JS);
  const linked = [...atStart.keys()].reduce(
    (all, shared) =>
      all.replaceAll(`require("./${shared}")`, `require("./start.js").${sharedAs(shared)}`),
    code,
  );
  return [
    { name, contents: Buffer.from(linked) },
    { name: `${name}.map`, contents: Buffer.from(map) },
  ];
}

/** `chunk-OQX65YRN.js` → `chunk_OQX65YRN_js`. */
const sharedAs = (name: string): string => name.replaceAll(/\W/g, '_');

const fromMemory = (pieces: ReadonlyMap<string, string>): Plugin => ({
  name: 'from-memory',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^\.\// }, ({ path }) =>
      pieces.has(path.slice(2))
        ? { path: path.slice(2), namespace: 'piece' }
        : { path, external: true },
    );
    onLoad({ filter: /./, namespace: 'piece' }, ({ path }) => ({ contents: pieces.get(path) }));
  },
});
