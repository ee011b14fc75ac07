import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { type LocalIdentity, localArn } from './local-identity.ts';

export interface LocalSecrets {
  /**
   * Adds a secret of the template and returns its ARN.
   * @param given its value from the environment; it wins over a stored one when it changes
   */
  add(secretName: string, given?: string): string;
  /** By name or ARN; undefined if there is no such secret. */
  find(secretId: string): LocalSecret | undefined;
  /** Stores a new value. @throws Error: no such secret */
  put(secretId: string, value: string): LocalSecret;
}

export interface LocalSecret {
  readonly name: string;
  readonly arn: string;
  /** Undefined until somebody puts a value. */
  readonly value: string | undefined;
  readonly versionId: string;
}

/** @param dataFolder where put values survive a restart, readable by the owner only */
export function createSecrets(identity: LocalIdentity, dataFolder?: string): LocalSecrets {
  const file = dataFolder && join(dataFolder, 'secrets.json');
  const stored =
    file && existsSync(file) ? storedShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const secrets = new Map<string, LocalSecret & { readonly given: string | undefined }>();
  const find = (secretId: string) =>
    secrets.get(secretId) ?? [...secrets.values()].find(({ arn }) => arn === secretId);
  return {
    add(name, given) {
      const kept = stored[name];
      const value = kept && kept.given === fingerprint(given) ? kept.value : given;
      const arn = localArn(identity, 'secretsmanager', `secret:${name}-${suffixOf(name)}`);
      secrets.set(name, { name, arn, value, given, versionId: randomUUID() });
      return arn;
    },
    find,
    put(secretId, value) {
      const secret = find(secretId);
      if (!secret) throw new Error(`There is no secret ${secretId}.`);
      const next = { ...secret, value, versionId: randomUUID() };
      secrets.set(secret.name, next);
      stored[secret.name] = { value, given: fingerprint(secret.given) };
      if (file) save(file, stored);
      return next;
    },
  };
}

const storedShape = z.record(z.string(), z.object({ value: z.string(), given: z.string() }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const fingerprint = (given: string | undefined) => (given === undefined ? '' : sha256(given));

/** AWS ends each secret's ARN with six random characters; here they are the same in every run. */
const suffixOf = (name: string) => sha256(name).slice(0, 6);

function save(file: string, content: z.input<typeof storedShape>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
