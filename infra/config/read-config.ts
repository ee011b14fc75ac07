import { readFileSync } from 'node:fs';
import { type EnvironmentConfig, environmentConfig } from './environment-config.ts';

/**
 * The configuration of an environment, from the file of its name in this folder.
 * @throws Error when there is no such file, ZodError naming each wrong field.
 */
export function readConfig(name: string): EnvironmentConfig {
  const file = new URL(`${name}.json`, import.meta.url);
  const config = environmentConfig.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (config.name !== name) throw new Error(`${name}.json describes environment ${config.name}`);
  return config;
}
