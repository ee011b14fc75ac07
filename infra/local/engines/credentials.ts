import { randomBytes } from 'node:crypto';
import type { Clock } from '#shared/runtime/clock.ts';

/** What AssumeRole was asked for, kept so that a test can see who a call was made as. */
interface RoleSession {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The temporary credentials this cloud handed out. */
export interface CredentialBook {
  issue(
    session: Omit<RoleSession, 'expiresAt'>,
    durationSeconds: number,
  ): IssuedCredentials & RoleSession;
  secretOf(accessKeyId: string): string | undefined;
  sessionOf(accessKeyId: string): RoleSession | undefined;
}

export function createCredentialBook(clock: Clock): CredentialBook {
  const issued = new Map<string, IssuedCredentials & RoleSession>();
  const valid = (accessKeyId: string) => {
    const credentials = issued.get(accessKeyId);
    return credentials && credentials.expiresAt > clock.now() ? credentials : undefined;
  };
  return {
    issue(session, durationSeconds) {
      const credentials = {
        ...session,
        accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(120).toString('base64'),
        expiresAt: new Date(clock.now().getTime() + durationSeconds * 1000),
      };
      issued.set(credentials.accessKeyId, credentials);
      return credentials;
    },
    secretOf: (accessKeyId) => valid(accessKeyId)?.secretAccessKey,
    sessionOf: valid,
  };
}
