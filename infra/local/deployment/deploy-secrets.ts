import { randomBytes } from 'node:crypto';
import type { LocalSecrets } from '../engines/secrets.ts';
import { secretKind } from '../template/kinds/secret.ts';
import type { Resource } from '../template/resource-kind.ts';
import type { Resources } from '../template/resources.ts';

type Secret = Resource<ReturnType<typeof secretKind.properties.parse>>;

/**
 * Fills the templates' secrets: from the variable that a secret's metadata names (`LocalVariable`), or
 * as an object of several (`LocalVariables`), else with what an earlier run kept, else made as the
 * template says.
 */
export function deploySecrets(
  resources: Resources,
  secrets: LocalSecrets,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  for (const secret of resources.all(secretKind)) {
    const name = secret.attributes.SecretName ?? '';
    const arn = secrets.add(name, givenValue(secret, environment));
    if (arn !== secret.ref) throw new Error(`Secret ${name}: ${arn} is not ${secret.ref}`);
    if (secrets.find(name)?.value === undefined) secrets.put(name, initialValue(secret));
  }
}

function givenValue(
  { metadata: { LocalVariable: one, LocalVariables: several } }: Secret,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (typeof one === 'string') return environment[one];
  if (!Array.isArray(several)) return undefined;
  const set = several.map(String).filter((variable) => environment[variable]);
  if (set.length === 0) return undefined;
  return JSON.stringify(Object.fromEntries(set.map((name) => [name, environment[name]])));
}

function initialValue({
  properties: { SecretString, GenerateSecretString: terms },
}: Secret): string {
  if (SecretString !== undefined) return SecretString;
  const length = terms?.PasswordLength ?? 32;
  const password = randomBytes(length).toString('base64').replace(/[+/=]/g, '0').slice(0, length);
  if (!terms?.GenerateStringKey) return password;
  const template = JSON.parse(terms.SecretStringTemplate ?? '{}');
  return JSON.stringify({ ...template, [terms.GenerateStringKey]: password });
}
