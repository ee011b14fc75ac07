import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import * as z from 'zod';
import { bundleFunctions } from '#infra/bundle.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import type { EnvironmentConfig } from '#infra/config/environment-config.ts';
import { readConfig } from '#infra/config/read-config.ts';
import { createApp } from '#infra/create-app.ts';

const templateResource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const template = z.object({ Resources: z.record(z.string(), templateResource) });

/** A resource of the templates, and where it is. */
export interface Placed extends z.output<typeof templateResource> {
  readonly stack: string;
  readonly logicalId: string;
}

/** Every resource of the local environment; another environment has the same under other names. */
export async function synthesize(
  differing: Partial<EnvironmentConfig> = {},
): Promise<readonly Placed[]> {
  // The CDK's own validation is another test's; it takes longer than all the rest.
  vi.stubEnv('CDK_VALIDATION', 'false');
  const outdir = mkdtempSync(join(tmpdir(), 'onboarding-synth-'));
  try {
    const bundles = await bundleFunctions(FUNCTIONS);
    const { stacks } = createApp(
      { ...readConfig('local'), ...differing },
      { bundles, outdir },
    ).synth();
    return stacks.flatMap(({ stackName, template: read }) =>
      Object.entries(template.parse(read).Resources).map(([logicalId, resource]) => ({
        ...resource,
        stack: stackName,
        logicalId,
      })),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

export const ofType = (resources: readonly Placed[], type: string): readonly Placed[] =>
  resources.filter(({ Type }) => Type === type);

/** The logical id inside a reference, whether it stays in the stack or crosses to another one. */
export const idIn = (reference: unknown): string => JSON.stringify(reference) ?? '';
