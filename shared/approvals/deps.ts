import type { ChangeBodies } from '#shared/changesets/change-bodies.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { Person } from '#shared/tenants/person.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import type { Origins } from './origins.ts';

/** The tenant's approval policy; `fresh` passes by what the instance holds. */
export interface PolicySource {
  current(tenant: Tenant): Promise<VersionedSettings>;
  fresh(tenant: Tenant): Promise<VersionedSettings>;
}

/** Everybody who may decide in a tenant; `fresh` passes by what the instance holds. */
export interface ApproverSource {
  approvers(tenant: Tenant): Promise<readonly Person[]>;
  freshApprovers(tenant: Tenant): Promise<readonly Person[]>;
}

/** The same, and everybody else of the tenant. */
interface PeopleSource extends ApproverSource {
  everybody(tenant: Tenant): Promise<readonly Person[]>;
}

export interface ApprovalDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly policies: PolicySource;
  readonly people: PeopleSource;
  readonly origins: Origins;
  /** The changes of long changesets. */
  readonly bodies: ChangeBodies;
}
