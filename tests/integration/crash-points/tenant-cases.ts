import type { TestCloud } from '#tests/support/local-cloud.ts';
import { company, signIn } from '#tests/support/onboarding/company.ts';
import { type CrashCase, KEY } from './crash-case.ts';

const DOCUMENT = { title: 'Handbook', file_name: 'handbook.md', content_type: 'text/markdown' };

/** What admins and curators write: settings, people, endpoints, documents. */
export function tenantCases(cloud: TestCloud): readonly CrashCase[] {
  const staff = (tenant: string) => company(cloud, tenant, { ada: ['admin'], cora: ['curator'] });

  async function withEndpoint(tenant: string, channel?: object) {
    const { ada } = await staff(tenant);
    const told = channel ?? { channel: 'email', recipients: [ada.email] };
    const endpoint = { ...told, events: ['session.started'] };
    const { body } = await ada.post('/notifications/endpoints', endpoint);
    return { ada, path: `/notifications/endpoints/${body.endpoint_id}` };
  }

  return [
    {
      route: 'PUT /settings',
      in: 'http/tenants',
      what: 'a change of the settings',
      prepare: async (tenant) => {
        const { ada } = await staff(tenant);
        return () => ada.put('/settings', { language: 'es' }, KEY);
      },
    },
    {
      route: 'PUT /people',
      in: 'http/tenants',
      what: 'an invitation',
      prepare: async (tenant) => {
        const { ada } = await staff(tenant);
        const person = { email: `ines@${tenant}.example`, roles: ['approver'] };
        return () => ada.put('/people', person, KEY);
      },
    },
    {
      route: 'POST /tenants',
      in: 'http/tenants',
      what: 'a new tenant',
      points: 2,
      prepare: async (tenant) => {
        const olga = await signIn(cloud, 'operations', 'olga', ['operator']);
        const named = { tenant_id: tenant, name: 'New', admin_email: `root@${tenant}.example` };
        return () => olga.post('/tenants', named, `${KEY} ${tenant}`);
      },
    },
    {
      route: 'POST /notifications/endpoints',
      in: 'http/notifications',
      what: 'a new endpoint',
      prepare: async (tenant) => {
        const { ada } = await staff(tenant);
        const endpoint = { channel: 'email', recipients: [ada.email], events: ['*'] };
        return () => ada.post('/notifications/endpoints', endpoint, KEY);
      },
    },
    {
      route: 'PUT /notifications/endpoints/{endpoint_id}',
      in: 'http/notifications',
      what: 'a change of an endpoint',
      prepare: async (tenant) => {
        const { ada, path } = await withEndpoint(tenant);
        return () => ada.put(path, { events: ['changeset.applied'] }, KEY);
      },
    },
    {
      route: 'POST /notifications/endpoints/{endpoint_id}/rotate-secret',
      in: 'http/notifications',
      what: 'a new secret of an endpoint',
      prepare: async (tenant) => {
        const { ada, path } = await withEndpoint(tenant, {
          channel: 'webhook',
          url: 'https://127.0.0.1:9/hook',
        });
        return () => ada.post(`${path}/rotate-secret`, {}, KEY);
      },
    },
    {
      route: 'DELETE /notifications/endpoints/{endpoint_id}',
      in: 'http/notifications',
      what: 'the end of an endpoint',
      prepare: async (tenant) => {
        const { ada, path } = await withEndpoint(tenant);
        return () => ada.remove(path, KEY);
      },
    },
    {
      route: 'POST /knowledge/documents',
      in: 'http/knowledge',
      what: 'an announcement of a document',
      prepare: async (tenant) => {
        const { cora } = await staff(tenant);
        return () => cora.post('/knowledge/documents', DOCUMENT, KEY);
      },
    },
    {
      route: 'DELETE /knowledge/documents/{document_id}',
      in: 'http/knowledge',
      what: 'the removal of a document',
      prepare: async (tenant) => {
        const { cora } = await staff(tenant);
        const { body } = await cora.post('/knowledge/documents', DOCUMENT);
        return () => cora.remove(`/knowledge/documents/${body.document_id}`, KEY);
      },
    },
  ];
}
