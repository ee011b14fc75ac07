import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * The client of S3, loaded on first use, with its own copy of the SDK's core. Shared, nearly all of the
 * core would be loaded at the start: esbuild splits by files, and the core's lists of exports name every
 * file, also the 45 kB of XML and streams that nobody else runs. It is built once for all functions.
 */
export function s3Apart(options: BuildOptions): Plugin {
  let built: Promise<Uint8Array> | undefined;
  return {
    name: 's3-apart',
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: PACKAGES }, () => ({
        path: CLIENT,
        namespace: 'apart',
        sideEffects: false,
      }));
      onLoad({ filter: /./, namespace: 'apart' }, async () => {
        built ??= buildApart(options);
        return { contents: await built, loader: 'js' };
      });
    },
  };
}

/** Says where it is from, for whoever reads the inputs of a bundle. */
const CLIENT = 'node_modules/@aws-sdk/client-s3/apart.js';
const PACKAGES = /^@aws-sdk\/(client-s3|s3-request-presigner)$/;

/** What of the packages the product uses; whoever imports more is told by the bundler. */
const EXPORTS = `
  export {
    DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command,
    PutObjectCommand, S3Client, S3ServiceException, paginateListObjectsV2,
  } from '@aws-sdk/client-s3';
  export { getSignedUrl } from '@aws-sdk/s3-request-presigner';
`;

async function buildApart(options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...options,
    format: 'esm',
    sourcemap: false,
    write: false,
    stdin: { contents: EXPORTS, resolveDir: options.absWorkingDir },
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild made nothing of the client of S3');
  return file.contents;
}
