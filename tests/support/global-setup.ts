import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '#infra/local/synthesize.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the product's synthesized assembly. */
    readonly assembly: string;
  }
}

/** Bundles and synthesizes once per run: every test file brings up its own cloud from the result. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'onboarding-tests-'));
  const assembly = join(folder, 'cdk.out');
  await synthesize(assembly);
  project.provide('assembly', assembly);
  return () => rmSync(folder, { recursive: true, force: true });
}
