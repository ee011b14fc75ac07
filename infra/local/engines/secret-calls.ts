import * as z from 'zod';
import { type JsonAnswer, refuseJson } from './json-answer.ts';
import type { LocalSecret, LocalSecrets } from './secrets.ts';

/** Secrets Manager GetSecretValue. */
export function getSecretValue(input: unknown, secrets: LocalSecrets): JsonAnswer {
  const { SecretId } = z.object({ SecretId: z.string() }).parse(input);
  const secret = secrets.find(SecretId);
  if (!secret) return notFound("Secrets Manager can't find the specified secret.");
  if (secret.value === undefined) {
    return notFound(
      "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    );
  }
  return { status: 200, body: { ...described(secret), SecretString: secret.value } };
}

/** Secrets Manager PutSecretValue, text only. */
export function putSecretValue(input: unknown, secrets: LocalSecrets): JsonAnswer {
  const { SecretId, SecretString } = z
    .object({ SecretId: z.string(), SecretString: z.string() })
    .parse(input);
  if (!secrets.find(SecretId)) return notFound("Secrets Manager can't find the specified secret.");
  return { status: 200, body: described(secrets.put(SecretId, SecretString)) };
}

const notFound = (message: string) => refuseJson('ResourceNotFoundException', message);

const described = ({ arn, name, versionId }: LocalSecret) => ({
  ARN: arn,
  Name: name,
  VersionId: versionId,
  VersionStages: ['AWSCURRENT'],
});
