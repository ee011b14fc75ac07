import type { Dialect } from './dialect.ts';

/** Who reads and writes rows: it owns nothing and passes no policy by, unlike whoever made the table. */
export const TENANT_ROLE = 'onboarding_vectors_tenant';

/** Any number: whoever prepares the schema at the same time waits for it. */
const LOCK = 7_281_964;

/**
 * The schema of a dialect, in one transaction; repeating it changes nothing. A row per chunk, found by
 * tenant and space; a policy holds every statement to the tenant of its transaction.
 */
export const schemaOf = ({ table, columnType, prelude }: Dialect): string =>
  [
    'begin',
    `select pg_advisory_xact_lock(${LOCK})`,
    ...prelude,
    `do $$ begin
       if not exists (select from pg_roles where rolname = '${TENANT_ROLE}') then
         create role ${TENANT_ROLE} nologin;
       end if;
     end $$`,
    `grant ${TENANT_ROLE} to current_user`,
    `create table if not exists ${table} (
       tenant text collate "C" not null,
       space text collate "C" not null,
       document_id text collate "C" not null,
       version integer not null,
       content text collate "C" not null,
       ordinal integer not null,
       embedding ${columnType} not null,
       primary key (tenant, space, document_id, version, content, ordinal)
     )`,
    `create index if not exists ${table}_version on ${table} (tenant, document_id, version)`,
    // Floats do not compress; trying costs time.
    `alter table ${table} alter column embedding set storage external`,
    `grant select, insert, update, delete on ${table} to ${TENANT_ROLE}`,
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `drop policy if exists own_rows on ${table}`,
    `create policy own_rows on ${table}
       using (tenant = current_setting('app.tenant', true))
       with check (tenant = current_setting('app.tenant', true))`,
    'commit',
  ].join(';\n');
