import type { TestCloud } from '#tests/support/local-cloud.ts';

/** The token of the link that this person was mailed last. @param label what the link would do */
export async function mailedToken(
  cloud: TestCloud,
  email: string,
  label: 'Approve' | 'Reject',
): Promise<string> {
  await cloud.drain();
  const mails = (await cloud.mails()).filter((mail) => JSON.stringify(mail).includes(email));
  const link = new RegExp(`${label}: \\S+/decisions/(\\S+)`);
  const token = mails.flatMap(({ body }) => link.exec(body.text ?? '')?.[1] ?? []).at(-1);
  if (!token) throw new Error(`No mail asks ${email} for a decision`);
  return token;
}
