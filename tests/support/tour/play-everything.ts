import type { TestCloud } from '../local-cloud.ts';
import { keepAudit } from './audit.ts';
import { meetCallers } from './callers.ts';
import { keepTime } from './clockwork.ts';
import { holdConversations } from './conversations.ts';
import { giveUpMessages } from './dead-letters.ts';
import { decideAboutDrafts } from './decisions.ts';
import { keepDocuments } from './documents.ts';
import { decideAboutMuch } from './long-changesets.ts';
import { leaveTurnsToTheQueue } from './long-turns.ts';
import { decideByMail } from './mail-links.ts';
import { sendNotifications } from './notifications.ts';
import { askThePlatform } from './platform.ts';
import { reviseChangesets } from './revisions.ts';
import { deployTemplates } from './templates.ts';
import { runTenants } from './tenants.ts';
import { Tour } from './tour.ts';

/**
 * Uses the whole product once, on purpose: every route, every hop behind them, and the errors that
 * reach further calls. @returns the keys of the routes that have answered with success
 */
export async function playEverything(cloud: TestCloud): Promise<ReadonlySet<string>> {
  const tour = new Tour(cloud);
  const company = await tour.company('northwind');
  await askThePlatform(tour, company);
  await runTenants(tour, company);
  await sendNotifications(tour, company);
  await keepDocuments(tour, company);
  await holdConversations(company);
  await leaveTurnsToTheQueue(tour, company);
  await decideAboutDrafts(tour, company);
  await decideByMail(tour, company);
  await deployTemplates(tour, company);
  await reviseChangesets(company);
  await decideAboutMuch(tour, company);
  await meetCallers(tour, company);
  await keepTime(tour, company);
  await keepAudit(tour, company);
  await giveUpMessages(tour);
  await cloud.drain();
  return tour.served;
}
