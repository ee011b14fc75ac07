import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { InvalidStateError, NotFoundError } from '#shared/runtime/app-error.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import { TENANT_PATTERN, type Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

/** What the holder of a link may do: one decision of one person about one revision. */
export interface DecisionLink {
  readonly tenant: Tenant;
  readonly userId: string;
  readonly changesetId: string;
  readonly revisionHash: string;
  readonly decision: 'approve' | 'reject';
}

/** Tells these tokens from everything else that the same key signs. */
const AUDIENCE = 'decision-link';
const ALGORITHM = 'HS256';

const claims = z.object({
  tenant: z.string().regex(TENANT_PATTERN),
  sub: z.string(),
  changeset: z.string(),
  revision: z.string(),
  decision: z.enum(['approve', 'reject']),
});

/** Makes and reads the tokens in links of mails: JSON Web Tokens (RFC 7519) signed with HMAC-SHA256. */
export class DecisionLinks {
  readonly #secret: Secret;
  readonly #clock: Clock;

  constructor(secret: Secret, clock: Clock) {
    this.#secret = secret;
    this.#clock = clock;
  }

  /** @param expires after which the token opens nothing (ISO 8601) */
  async seal(link: DecisionLink, expires: string): Promise<string> {
    const { tenant, changesetId: changeset, revisionHash: revision, decision } = link;
    return new SignJWT({ tenant, changeset, revision, decision })
      .setProtectedHeader({ alg: ALGORITHM })
      .setAudience(AUDIENCE)
      .setSubject(link.userId)
      .setExpirationTime(new Date(expires))
      .sign(await this.#key());
  }

  /** @throws NotFoundError for what we never signed, InvalidStateError when it has expired */
  async open(token: string): Promise<DecisionLink> {
    const { tenant, sub, changeset, revision, decision } = claims.parse(await this.#verify(token));
    return {
      tenant: trustedTenant(tenant),
      userId: sub,
      changesetId: changeset,
      revisionHash: revision,
      decision,
    };
  }

  async #verify(token: string): Promise<unknown> {
    try {
      const options = { audience: AUDIENCE, algorithms: [ALGORITHM] };
      const { payload } = await jwtVerify(token, await this.#key(), {
        ...options,
        currentDate: this.#clock.now(),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new InvalidStateError('This link has expired; decide in the console');
      if (error instanceof errors.JOSEError) throw new NotFoundError('There is no such link');
      throw error;
    }
  }

  async #key(): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.#secret.read());
  }
}
