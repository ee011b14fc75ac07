import { createHash } from 'node:crypto';
import * as z from 'zod';
import { arn } from '../place.ts';
import { defineKind, nameOf } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

export const secretKind = defineKind({
  type: 'AWS::SecretsManager::Secret',
  properties: z.strictObject({
    Name: z.string().optional(),
    SecretString: z.string().optional(),
    GenerateSecretString: z
      .strictObject({
        SecretStringTemplate: z.string().optional(),
        GenerateStringKey: z.string().optional(),
        PasswordLength: z.number().default(32),
        ExcludePunctuation: z.boolean().optional(),
        IncludeSpace: z.boolean().optional(),
        ExcludeCharacters: z.string().optional(),
        RequireEachIncludedType: z.boolean().optional(),
        ExcludeLowercase: z.boolean().optional(),
        ExcludeUppercase: z.boolean().optional(),
        ExcludeNumbers: z.boolean().optional(),
      })
      .optional(),
  }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    Description: 'for people',
    KmsKeyId: 'local secrets are values of the .env file',
  },
  identify: (resource, place) => {
    const name = nameOf(resource, 'Name');
    return {
      ref: arn(place, 'secretsmanager', `secret:${name}-${suffixOf(name)}`),
      attributes: { Id: name, SecretName: name },
    };
  },
});

// AWS ends the ARN with six random characters; the local engine derives them from the name.
const suffixOf = (name: string): string =>
  createHash('sha256').update(name).digest('hex').slice(0, 6);
