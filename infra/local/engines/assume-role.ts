import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CredentialBook } from './credentials.ts';
import { queryErrorXml, queryResultXml } from './query-xml.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export interface XmlAnswer {
  readonly status: number;
  readonly xml: string;
}

/** Answers STS AssumeRole. Every role may be assumed: trust is checked by the policy simulation. */
export function assumeRole(form: URLSearchParams, book: CredentialBook): XmlAnswer {
  const parsed = assumeRoleForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuseQuery('ValidationError', z.prettifyError(parsed.error));
  const { RoleArn: roleArn, RoleSessionName: sessionName, DurationSeconds } = parsed.data;
  const issued = book.issue({ roleArn, sessionName, tags: tagsOf(form) }, DurationSeconds);
  const assumed = roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  return {
    status: 200,
    xml: queryResultXml({
      action: 'AssumeRole',
      namespace: NAMESPACE,
      requestId: randomUUID(),
      result: {
        Credentials: {
          AccessKeyId: issued.accessKeyId,
          SecretAccessKey: issued.secretAccessKey,
          SessionToken: issued.sessionToken,
          Expiration: issued.expiresAt.toISOString(),
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROALOCAL:${sessionName}`,
          Arn: `${assumed}/${sessionName}`,
        },
      },
    }),
  };
}

/** A refusal of STS or of the Query protocol as such. */
export const refuseQuery = (code: string, message: string): XmlAnswer => ({
  status: 400,
  xml: queryErrorXml({ namespace: NAMESPACE, requestId: randomUUID(), code, message }),
});

// Bounds of the AssumeRole reference.
const assumeRoleForm = z.object({
  RoleArn: z.string().min(20).max(2048).startsWith('arn:aws:iam::'),
  RoleSessionName: z.string().regex(/^[\w+=,.@-]{2,64}$/),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3600),
});

/** `Tags.member.1.Key`, `Tags.member.1.Value`, … */
const tagsOf = (form: URLSearchParams) =>
  Object.fromEntries(
    [...form].flatMap(([name, key]) => {
      const [, member] = /^Tags\.member\.(\d+)\.Key$/.exec(name) ?? [];
      return member ? [[key, form.get(`Tags.member.${member}.Value`) ?? '']] : [];
    }),
  );
