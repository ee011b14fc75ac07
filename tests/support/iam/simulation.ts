import { localIdentity } from '#infra/local/engines/local-identity.ts';
import type { LocalEndpoints } from '#infra/local/gateway/local-routes.ts';
import type { SdkCall } from '#infra/local/instrumentation/sdk-call.ts';
import { readAssembly } from '#infra/local/template/assembly.ts';
import { emailIdentityKind } from '#infra/local/template/kinds/email-identity.ts';
import { readResources } from '#infra/local/template/resources.ts';
import type { Account } from './arns.ts';
import { needsOf } from './call-permissions.ts';
import { eventSourceNeeds } from './event-source-needs.ts';
import { type FunctionRole, type Grant, readFunctionRoles } from './function-roles.ts';
import { distinct, type Need, type Permission } from './permission.ts';
import { isAllowed } from './simulate.ts';

/** A run of the local cloud, as IAM would have seen it. */
export interface RecordedRun {
  /** Folder of the assembly that it ran. */
  readonly assembly: string;
  readonly endpoints: LocalEndpoints;
  readonly calls: readonly SdkCall[];
}

/** Roles of a synthesized template against what their functions did. Nothing leaves this machine. */
export class Simulation {
  readonly roles: readonly FunctionRole[];
  /** What functions did, and what AWS does in their names; once each. */
  readonly needs: readonly Need[];
  readonly #account: Account;

  constructor({ assembly: folder, endpoints, calls }: RecordedRun) {
    const assembly = readAssembly(folder);
    const { accountId } = localIdentity(assembly.region);
    this.#account = { region: assembly.region, accountId };
    const place = { ...this.#account, sqsEndpoint: endpoints.sqs, apiEndpoint: '' };
    const resources = readResources(assembly, place);
    this.roles = readFunctionRoles(resources);
    const emailIdentity = resources.all(emailIdentityKind)[0]?.ref ?? '';
    this.needs = distinct([
      ...needsOf(calls, { ...this.#account, emailIdentity }),
      ...eventSourceNeeds(resources, this.roles),
    ]);
  }

  needsOf({ functionName }: FunctionRole): readonly Need[] {
    return this.needs.filter((need) => need.functionName === functionName);
  }

  allows({ grants }: FunctionRole, permission: Permission): Promise<boolean> {
    return isAllowed(grants, permission, this.#account);
  }

  /** Whether anything that its function did asked for this grant. */
  async isUsed(role: FunctionRole, grant: Grant): Promise<boolean> {
    for (const need of this.needsOf(role)) {
      if (need.action !== grant.action) continue;
      if (await isAllowed([grant], need, this.#account)) return true;
    }
    return false;
  }
}
