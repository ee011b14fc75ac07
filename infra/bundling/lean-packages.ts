import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Leaves parts of packages out that no function runs and the packages offer no way to drop. */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup: ({ onLoad }) => {
    onLoad({ filter: CLIENT_DESCRIPTION }, async ({ path }) => ({
      loader: 'json',
      contents: onlyVersion(await readFile(path, 'utf8')),
    }));
    onLoad({ filter: OPERATION_SCHEMAS }, async ({ path }) => ({
      loader: 'js',
      contents: droppable(withoutAdministration(await readFile(path, 'utf8'))),
    }));
    onLoad({ filter: JSON_SCHEMA_WRITER }, async ({ path }) => ({
      loader: 'js',
      contents: absentExports(await readFile(path, 'utf8')),
    }));
  },
};

/** Clients of the SDK read their version out of the whole of their package.json. */
const CLIENT_DESCRIPTION = /@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/;

/**
 * Schemas of every operation of a service. Their computed keys keep the bundler from seeing that
 * unused ones have no effect: of S3 alone 60 kB.
 */
const OPERATION_SCHEMAS = /@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/** Answers to operations on tables, backups, exports and replicas of DynamoDB; functions use items alone. */
const ADMINISTRATION =
  /^\w+\.registerError\((?:\w*Backup|Export|Import|GlobalTable|Table|Replica\w*(?:Exists|NotFound)|Index|InvalidExport|InvalidRestore|PointInTime|Policy)\w*\$, \w+\);$/gm;

/** The API document is written when the product is built, never in a function. */
const JSON_SCHEMA_WRITER = /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/;

function onlyVersion(description: string): string {
  const { name, version } = JSON.parse(description);
  return JSON.stringify({ name, version });
}

const withoutAdministration = (source: string): string => source.replace(ADMINISTRATION, '');

/** The same schemas, each marked as free of effects. A schema is an array on one line or several. */
const droppable = (source: string): string =>
  source.replace(
    /^((?:export )?var [\w$]+) = (\[.*\]|\[.*\n(?: .*\n)*\]);$/gm,
    '$1 = /* @__PURE__ */ (() => $2)();',
  );

/** A module with the same names, each of which says that it is not there. */
function absentExports(source: string): string {
  const declared = source.matchAll(/^export (?:const|function) (\w+)/gm);
  const renamed = source.matchAll(/^export \{ \w+ as (\w+) \}/gm);
  const names = [...declared, ...renamed].map(([, name]) => name);
  const exports = names.map(
    (name) => `${name?.startsWith('create') ? 'method' : 'absent'} as ${name}`,
  );
  return `
    const absent = () => { throw new Error('JSON Schema is not written at run time'); };
    const method = () => absent;
    export { ${exports.join(', ')} };
  `;
}
