import type { TestCloud } from '../local-cloud.ts';
import { company, type Person } from '../onboarding/company.ts';
import { drafted, OFFICE } from '../onboarding/office.ts';

/** Ids of things that belong to one tenant, by the name of the path variable that takes them. */
export type Belongings = Readonly<Record<string, string>>;

/** A tenant that has one of everything that routes name by id. */
export async function belongingsOf(cloud: TestCloud, tenant: string) {
  const { ada, ann } = await company(cloud, tenant, { ada: ['admin'], ann: ['approver'] });
  const { conversation_id } = (await drafted(ada, OFFICE)).body;
  const approved = await ann.post('/recommendations/approve', {
    session_id: conversation_id,
    dry_run: false,
  });
  const { changeset_id } = approved.body;
  const { url } = await cloud.receiver();
  const endpoint = await ada.post('/notifications/endpoints', {
    channel: 'webhook',
    url,
    events: ['*'],
  });
  const document = await ada.post('/knowledge/documents', {
    title: 'Handbook',
    file_name: 'handbook.md',
    content_type: 'text/markdown',
  });
  const { endpoint_id } = endpoint.body;
  const tested = await ada.post(`/notifications/endpoints/${endpoint_id}/test`);
  const [site_id = '', name = ''] = (await firstOf(ada, 'shift')).split('/');
  const ids: Belongings = {
    resource_id: await firstOf(ada, 'site'),
    site_id,
    name,
    conversation_id,
    changeset_id,
    approval_id: `${changeset_id}~1`,
    endpoint_id,
    delivery_id: tested.body.deliveries[0].delivery_id,
    document_id: document.body.document_id,
  };
  return { ids, owner: ada, approver: ann } as const;
}

const firstOf = async (owner: Person, kind: string): Promise<string> =>
  (await owner.get(`/resources?kind=${kind}`)).body.items[0].entity_id;

/** What the owner sees of their things. */
export async function seenBy(owner: Person, ids: Belongings): Promise<unknown> {
  const { conversation_id, changeset_id, endpoint_id, document_id } = ids;
  const paths = [
    `/conversation/${conversation_id}`,
    `/changesets/${changeset_id}`,
    `/notifications/endpoints/${endpoint_id}`,
    `/knowledge/documents/${document_id}`,
    '/resources?kind=site',
    '/people',
    '/settings',
  ];
  return Promise.all(paths.map(async (path) => (await owner.get(path)).body));
}
