import { randomBytes } from 'node:crypto';
import * as z from 'zod';

/** Standard Webhooks: a random key in Base64 behind the prefix `whsec_`. */
export const signingSecret = z.object({
  secret: z.string().startsWith('whsec_'),
  /** When a secret that was replaced ends; null for the current one. */
  ends_at: z.iso.datetime().nullable(),
});
export type SigningSecret = z.infer<typeof signingSecret>;

/** How long requests carry the signatures of both secrets after a rotation. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

export const newSecret = (): SigningSecret => ({
  secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
  ends_at: null,
});

/** The new secret first, then the one it replaces, for 24 hours. Older ones end at once. */
export function rotateSecrets(
  secrets: readonly SigningSecret[],
  next: SigningSecret,
  at: Date,
): SigningSecret[] {
  const ends_at = new Date(at.getTime() + OVERLAP_MS).toISOString();
  const replaced = secrets.filter((secret) => secret.ends_at === null);
  return [next, ...replaced.map(({ secret }) => ({ secret, ends_at }))];
}

/** Those that a request sent now is signed with. */
export const activeSecrets = (secrets: readonly SigningSecret[], at: Date): readonly string[] =>
  secrets
    .filter(({ ends_at }) => ends_at === null || ends_at > at.toISOString())
    .map(({ secret }) => secret);
