import type { TestCloud } from '../local-cloud.ts';
import { Visitor } from './visitor.ts';

/** One tenant's people, signed in, and the cloud they use. */
export interface Company {
  readonly tenant: string;
  readonly member: Visitor;
  readonly approver: Visitor;
  readonly secondApprover: Visitor;
  readonly thirdApprover: Visitor;
  readonly curator: Visitor;
  readonly admin: Visitor;
}

/** A walk through the whole product on one cloud; scenes are its stations. */
export class Tour {
  readonly cloud: TestCloud;
  readonly #served = new Set<string>();

  constructor(cloud: TestCloud) {
    this.cloud = cloud;
  }

  /** Keys of the routes that have answered with success. */
  get served(): ReadonlySet<string> {
    return this.#served;
  }

  /** Somebody without a token. */
  get stranger(): Visitor {
    return this.withToken(undefined);
  }

  withToken(token: string | undefined): Visitor {
    return new Visitor(this.cloud.request, token, this.#served);
  }

  async signIn(tenant: string, user: string, ...roles: string[]): Promise<Visitor> {
    const email = `${user}@${tenant}.example`;
    return this.withToken(await this.cloud.token({ tenant, user, email, roles }));
  }

  async company(tenant: string): Promise<Company> {
    return {
      tenant,
      member: await this.signIn(tenant, 'mia', 'member'),
      approver: await this.signIn(tenant, 'ann', 'approver'),
      secondApprover: await this.signIn(tenant, 'bob', 'approver'),
      thirdApprover: await this.signIn(tenant, 'cid', 'approver'),
      curator: await this.signIn(tenant, 'cora', 'curator'),
      admin: await this.signIn(tenant, 'ada', 'admin'),
    };
  }
}
