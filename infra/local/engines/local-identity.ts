/** The account that fauxqs writes into every queue ARN; the other engines follow it. */
const LOCAL_ACCOUNT_ID = '000000000000';

/** Whose cloud it is: in every ARN, in every signature. */
export interface LocalIdentity {
  readonly region: string;
  readonly accountId: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The identity that clients on this machine use. These credentials open nothing outside it. */
export const localIdentity = (region: string): LocalIdentity => ({
  region,
  accountId: LOCAL_ACCOUNT_ID,
  credentials: { accessKeyId: 'AKIALOCALCLOUD000000', secretAccessKey: 'local-cloud-secret' },
});

/** An ARN in the local account, such as `arn:aws:sqs:eu-central-1:000000000000:queue`. */
export const localArn = (identity: LocalIdentity, service: string, resource: string) =>
  `arn:aws:${service}:${identity.region}:${identity.accountId}:${resource}`;
