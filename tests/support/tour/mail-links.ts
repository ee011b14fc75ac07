import { decideByLink, showDecision } from '#functions/http/decide/link-contract.ts';
import { draftHospital } from './conversations.ts';
import type { Company, Tour } from './tour.ts';

/** An approver who never signs in: the link in the mail is enough, once. */
export async function decideByMail(tour: Tour, company: Company): Promise<void> {
  const { stranger } = tour;
  await draftHospital(company.member, 'Mercy South');
  await tour.cloud.drain();
  const path = { token: await newestLink(tour, 'Reject') };
  const shown = await stranger.call(showDecision, 200, { path });
  if (!shown.can_decide) throw new Error(`The link decides nothing: ${shown.reason}`);
  await stranger.call(decideByLink, 200, { path, body: { reason: 'Not this year' } });
  await stranger.refused(showDecision, 404, { path: { token: `${path.token}x` } });
}

async function newestLink({ cloud }: Tour, label: string): Promise<string> {
  const texts = (await cloud.mails()).map(({ body }) => body.text ?? '');
  const tokens = texts.flatMap((text) => {
    const found = new RegExp(`${label}: \\S+/decisions/(\\S+)`).exec(text)?.[1];
    return found ?? [];
  });
  const newest = tokens.at(-1);
  if (!newest) throw new Error('No mail asks for a decision');
  return newest;
}
