import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { REPOSITORY } from './esbuild-options.ts';

const INSTALLED = join(REPOSITORY, 'node_modules');

/** Copies packages, with all that they need, to where Lambda's loader looks for them in a layer. */
export function layOutPackages(names: readonly string[], folder: string): void {
  for (const name of withDependencies(names))
    cpSync(join(INSTALLED, name), join(folder, 'nodejs', 'node_modules', name), {
      recursive: true,
    });
}

const packages = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies: packages, peerDependencies: packages });

function withDependencies(names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  // A set that is gone through meets what is added on the way.
  for (const name of found) {
    const text = readFileSync(join(INSTALLED, name, 'package.json'), 'utf8');
    const { dependencies, peerDependencies } = manifest.parse(JSON.parse(text));
    const needed = Object.keys({ ...dependencies, ...peerDependencies });
    // A peer may be optional: then it is not installed either.
    for (const each of needed) if (existsSync(join(INSTALLED, each))) found.add(each);
  }
  return found;
}
