import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads one secret of Secrets Manager, every time it is asked. */
export function secretFetcher(arn: string): () => Promise<string> {
  const client = new SecretsManagerClient();
  return async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (!SecretString) throw new TypeError('The secret is empty');
    return SecretString;
  };
}
