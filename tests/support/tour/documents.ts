import {
  announceDocument,
  answer,
  deleteDocumentRoute,
  getDocumentRoute,
  labelDocumentRoute,
  listDocumentsRoute,
  restoreDocumentRoute,
  reviewDocumentRoute,
  search,
  stats,
} from '#functions/http/knowledge/contract.ts';
import { putSettingsRoute } from '#functions/http/tenants/contract.ts';
import { dieAtWork } from '../knowledge/die-at-work.ts';
import { register } from '../knowledge/long-text.ts';
import { Bucket } from './bucket.ts';
import type { Company, Tour } from './tour.ts';

const HANDBOOK = `# Site security handbook

## Visitor badges

Visitor badges are valid for one day. Reception collects visitor badges at the exit.
`;

/** Thousands of sections, on a machine that does other things too. */
const LARGE_DOCUMENT_MS = 120_000;

/** Documents uploaded, dropped into the bucket, overwritten, reviewed, asked and deleted. */
export async function keepDocuments(tour: Tour, company: Company): Promise<void> {
  const handbook = await upload(tour, company, 'handbook.md', HANDBOOK);
  await dropByHand(tour, company);
  await ask(company);
  await look(company, handbook);
  await restore(company, handbook);
  await compare(tour, company, handbook);
  await remove(tour, company);
  await review(tour);
}

async function upload(
  { cloud }: Tour,
  { curator }: Company,
  file_name: string,
  content: string,
): Promise<string> {
  const body = { title: file_name, file_name, content_type: 'text/markdown' };
  const announced = await curator.callTwice(announceDocument, 201, { body });
  const { url, method, headers } = announced.upload;
  const response = await fetch(String(url), { method, headers, body: content });
  if (!response.ok) throw new Error(`The upload answered ${response.status}`);
  await cloud.drain();
  return announced.document_id;
}

/** An operator's way in; what comes again replaces what was there, and what goes is forgotten. */
async function dropByHand({ cloud }: Tour, { tenant }: Company): Promise<void> {
  const bucket = new Bucket(cloud.endpoints);
  const key = (name: string) => `tenants/${tenant}/knowledge/dropped/${name}`;
  await bucket.put(key('notes.txt'), 'Keys are kept at reception.');
  await cloud.drain();
  await bucket.put(key('notes.txt'), 'Keys are kept in the safe.');
  await bucket.put(`tenants/${tenant}/knowledge/broken/broken.pdf`, 'This is no PDF.');
  await bucket.put(`tenants/${tenant}/knowledge/keys/register.md`, register(2001));
  await cloud.drain(LARGE_DOCUMENT_MS);
  await bucket.delete(key('notes.txt'));
  await cloud.drain();
  bucket.close();
}

async function ask({ member }: Company): Promise<void> {
  await member.call(search, 200, { query: { q: 'visitor badges' } });
  await member.call(answer, 200, { body: { question: 'How long are visitor badges valid?' } });
}

async function look({ curator }: Company, document_id: string): Promise<void> {
  await curator.call(getDocumentRoute, 200, { path: { document_id } });
  await curator.refused(getDocumentRoute, 404, { path: { document_id: 'nobodys' } });
  await curator.call(stats, 200);
  const query = { limit: '1' };
  const { next_cursor } = await curator.call(listDocumentsRoute, 200, { query });
  await curator.call(listDocumentsRoute, 200, { query: { ...query, cursor: String(next_cursor) } });
}

async function restore({ curator }: Company, document_id: string): Promise<void> {
  const path = { document_id };
  await curator.callTwice(restoreDocumentRoute, 202, { path, body: { version: 1 } });
  await curator.refused(restoreDocumentRoute, 404, { path, body: { version: 9 } });
}

/** Work that was given up is found by whoever compares bucket and search. */
async function compare({ cloud }: Tour, { tenant }: Company, document_id: string): Promise<void> {
  await dieAtWork(cloud.endpoints, tenant, document_id);
  await cloud.invoke('schedule/reconcile', {});
  await cloud.drain();
}

async function remove(tour: Tour, company: Company): Promise<void> {
  const document_id = await upload(tour, company, 'old.md', '# Old\n\nNobody needs this.');
  await company.curator.call(deleteDocumentRoute, 200, { path: { document_id } });
  await tour.cloud.drain();
}

/** A tenant where somebody has to look at a document before it is found. */
async function review(tour: Tour): Promise<void> {
  const careful = await tour.company('careful');
  await careful.admin.call(putSettingsRoute, 200, { body: { knowledge_review: 'required' } });
  const document_id = await upload(tour, careful, 'handbook.md', HANDBOOK);
  const path = { document_id };
  const { curator } = careful;
  await curator.call(reviewDocumentRoute, 200, {
    path,
    body: { decision: 'request_changes', notes: 'Which exit?' },
  });
  await curator.callTwice(reviewDocumentRoute, 200, { path, body: { decision: 'approve' } });
  await curator.callTwice(labelDocumentRoute, 200, {
    path,
    body: { authority: 'official', tags: ['visitors'] },
  });
}
