import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Build } from './build-functions.ts';
import { type BundleReport, bundleFacts } from './bundle-report.ts';
import { REPOSITORY } from './esbuild-options.ts';
import { buildFingerprint } from './fingerprint.ts';

const STORE = join(REPOSITORY, '.build');
/** Builds that are kept: one may be in use by a running local cloud while the next is made. */
const KEPT_BUILDS = 6;

const buildRecord = z.object({ report: z.record(z.string(), bundleFacts) });
const inputsRecord = z.array(z.string());

export interface StoredBuild {
  readonly root: string;
  readonly report: BundleReport;
}

/** The build of this request, if its sources are what they were; undefined when it must be redone. */
export async function findBuild(request: string): Promise<StoredBuild | undefined> {
  try {
    const inputs = inputsRecord.parse(await readJson(inputsFile(request)));
    const root = join(STORE, await buildFingerprint(request, inputs));
    const { report } = buildRecord.parse(await readJson(join(root, 'build.json')));
    await utimes(root, new Date(), new Date());
    return { root, report };
  } catch {
    return undefined;
  }
}

/** Keeps a build under the name of its content. Made aside and renamed, so it is whole or absent. */
export async function storeBuild(request: string, build: Build): Promise<StoredBuild> {
  const root = join(STORE, await buildFingerprint(request, build.inputs));
  await mkdir(STORE, { recursive: true });
  const draft = await mkdtemp(join(STORE, 'draft-'));
  await writeAll(draft, build.files);
  await writeFile(join(draft, 'build.json'), JSON.stringify({ report: build.report }));
  await rename(draft, root).catch(() => rm(draft, { recursive: true }));
  await replaceFile(inputsFile(request), JSON.stringify(build.inputs));
  await forgetOldBuilds();
  return { root, report: build.report };
}

const inputsFile = (request: string): string => join(STORE, `inputs-${request}.json`);

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

async function writeAll(root: string, files: Build['files']): Promise<void> {
  const writes = [...files].map(async ([path, contents]) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), contents);
  });
  await Promise.all(writes);
}

async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
}

async function forgetOldBuilds(): Promise<void> {
  const entries = await readdir(STORE, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(STORE, name));
  const aged = await Promise.all(
    folders.map(async (folder) => ({ folder, madeMs: (await stat(folder)).mtimeMs })),
  );
  const old = aged.toSorted((a, b) => b.madeMs - a.madeMs).slice(KEPT_BUILDS);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
