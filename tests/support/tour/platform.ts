import {
  getApiDocument,
  getProblemPage,
  getStatus,
  health,
} from '#functions/http/health/contract.ts';
import type { Company, Tour } from './tour.ts';

/** What the API says of itself, and what it says where there is nothing. */
export async function askThePlatform(tour: Tour, { member }: Company): Promise<void> {
  const { stranger } = tour;
  await stranger.call(health, 200);
  await stranger.call(getApiDocument, 200);
  await stranger.call(getProblemPage, 200, { path: { problem: 'not-found' } });
  await stranger.refused(getProblemPage, 404, { path: { problem: 'nobodys' } });
  await member.call(getStatus, 200);
  await tour.cloud.request('GET /nowhere');
}
