import { mkdirSync, writeFileSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { apiFiles } from './api-files.ts';

const TEMPLATES = new URL('../../templates/', import.meta.url);

/** `npm run openapi`: writes what clients and the default function read of the contracts. */
mkdirSync(new URL('api/', TEMPLATES), { recursive: true });
for (const [path, content] of Object.entries(apiFiles(packageJson.version)))
  writeFileSync(new URL(path, TEMPLATES), JSON.stringify(content, null, 2));
