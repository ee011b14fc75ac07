import { createRequire, isBuiltin, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WHOLE_PACKAGES } from '../../bundling/whole-packages.ts';

export type Handler = (event: unknown, context: unknown) => unknown;

/**
 * Loads `<module>.<export>` of a bundle the way Lambda's Node 24 runtime does.
 * @throws Error with Lambda's name of the failure (`Runtime.HandlerNotFound`, …)
 */
export async function loadHandler(taskRoot: string, handler: string): Promise<Handler> {
  confineToBundle(pathToFileURL(join(taskRoot, '/')).href);
  const [file = '', name = ''] = handler.split('.');
  const module = await import(pathToFileURL(join(taskRoot, `${file}.js`)).href);
  const loaded: unknown = module[name] ?? module.default?.[name];
  if (!isHandler(loaded)) {
    throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  if (loaded.length > 2) {
    const message = 'callback-based function handlers are not supported from Node.js 24 on';
    throw named('Runtime.CallbackHandlerDeprecated', message);
  }
  return loaded;
}

/**
 * A bundle sees nothing outside itself, as in /var/task: a package that was left external would
 * be found in this repository's node_modules and be missing on AWS. Its `.js` is CommonJS for the
 * same reason: no package.json above it says otherwise.
 */
function confineToBundle(root: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      const inside = context.parentURL?.startsWith(root) ?? false;
      if (!inside || isBuiltin(specifier)) return next(specifier, context);
      if (isInLayer(specifier)) return { url: urlInLayer(specifier), shortCircuit: true };
      const resolved = next(specifier, context);
      if (resolved.url.startsWith(root)) return resolved;
      throw named('Runtime.ImportModuleError', `Cannot find module '${specifier}'`);
    },
    load(url, context, next) {
      const plainScript = url.startsWith(root) && url.endsWith('.js');
      return next(url, plainScript ? { ...context, format: 'commonjs' } : context);
    },
  });
}

/** What the cloud has in a layer is found among the packages of this repository. */
const isInLayer = (specifier: string): boolean => WHOLE_PACKAGES.some((name) => name === specifier);

const urlInLayer = (specifier: string): string =>
  pathToFileURL(createRequire(import.meta.url).resolve(specifier)).href;

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function';
