import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      /** `aws://<account>/<region>` */
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string() }).partial().default({}),
    }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const templateSchema = z.object({
  Parameters: z
    .record(z.string(), z.object({ Default: z.union([z.string(), z.number()]).optional() }))
    .default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Metadata: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }),
    )
    .default({}),
});

type Template = z.output<typeof templateSchema>;
export type TemplateResource = Template['Resources'][string];

export interface Stack {
  readonly name: string;
  readonly template: Template;
}

export interface Assembly {
  /** Where its stacks are meant to live. */
  readonly region: string;
  readonly stacks: readonly Stack[];
  /** Object key in the bootstrap bucket (`<hash>.zip`) → folder or file on this disk. */
  readonly assets: ReadonlyMap<string, string>;
}

/** A synthesized cloud assembly (`cdk.out`), read from disk so that a test needs no CDK to start. */
export function readAssembly(folder: string): Assembly {
  const { artifacts } = manifestSchema.parse(readJson(folder, 'manifest.json'));
  const stacks = Object.entries(artifacts).flatMap(([name, { type, properties }]) =>
    type === 'aws:cloudformation:stack' && properties.templateFile
      ? [{ name, template: templateSchema.parse(readJson(folder, properties.templateFile)) }]
      : [],
  );
  const assets = new Map(
    Object.entries(artifacts)
      .filter(([, { type }]) => type === 'cdk:asset-manifest')
      .flatMap(([name]) => readAssets(folder, `${name}.json`)),
  );
  return { region: regionOf(Object.values(artifacts)), stacks, assets };
}

function regionOf(artifacts: readonly { readonly environment?: string }[]): string {
  const named = artifacts.map(({ environment }) => environment?.split('/').at(-1));
  return named.find((region) => region && region !== 'unknown-region') ?? 'us-east-1';
}

function readAssets(folder: string, file: string): [string, string][] {
  const { files } = assetsSchema.parse(readJson(folder, file));
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      join(folder, source.path ?? ''),
    ]),
  );
}

const readJson = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'));
