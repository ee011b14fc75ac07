import * as z from 'zod';
import { localSpace } from '#shared/embeddings/local-space.ts';
import { backendName } from '#shared/vectors/databases/serving.ts';

const retentionDays = z.literal([7, 14, 30, 60, 90, 180, 365]);

/** A user pool of our own. */
const cognito = z.strictObject({ kind: z.literal('cognito') });

/** A given OpenID Connect provider; its ID tokens carry the claims that PRODUCT section 2 names. */
const oidc = z.strictObject({ kind: z.literal('oidc'), issuer: z.url(), audience: z.string() });

/** Everything that differs between two environments of the product. */
export const environmentConfig = z.strictObject({
  /** Part of every stack's name, so that several environments fit in one account. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/),
  account: z.string().regex(/^\d{12}$/),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  identity: z.discriminatedUnion('kind', [cognito, oidc]),
  /** Where the console is served; links in messages lead there. */
  consoleUrl: z.url(),
  /** Besides the console: origins that may call the API and upload documents from a browser. */
  allowedOrigins: z.array(z.union([z.url(), z.literal('*')])),
  email: z.strictObject({
    sender: z.email(),
    /** What SES verifies: the sender's address, or its whole domain. */
    identity: z.string().min(3),
  }),
  throttle: z.strictObject({
    ratePerSecond: z.int().positive(),
    burst: z.int().positive(),
  }),
  logRetentionDays: retentionDays,
  eventArchiveDays: retentionDays,
  /** How long anchors of the audit chain are locked, by S3's Object Lock; without it they are only versioned. */
  auditLockDays: z.int().positive().optional(),
  /**
   * Where vectors are kept besides the shelf; new tenants begin in the first. `npm run vectors:migrate`
   * moves the others, from and to any that is named here.
   */
  vectorStores: z.array(backendName).min(1).default(['shelf']),
  /** Private networks that notifications may reach all the same. */
  egressAllowCidrs: z.array(z.union([z.cidrv4(), z.cidrv6()])),
  /**
   * Free vectors for search: `hash`, or `joined` with a sentence encoder that knows paraphrases in English.
   * That takes 60 MB of packages and 1,792 MB of memory in the two functions of knowledge.
   */
  localSpace: localSpace.default('hash'),
  /** Who hears of an alarm; without it alarms only show in the console of the cloud. */
  alarmRecipient: z.email().optional(),
});

export type EnvironmentConfig = z.infer<typeof environmentConfig>;
