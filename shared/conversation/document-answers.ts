import type { Tenant } from '#shared/runtime/tenant.ts';
import type { AnsweredTurn } from './present-session.ts';

/** What the tenant's documents say to a question that comes up in mid-conversation. */
export interface DocumentAnswers {
  answer(tenant: Tenant, question: string): Promise<DocumentAnswer>;
}

interface DocumentAnswer {
  readonly text: string;
  readonly citations: AnsweredTurn['citations'];
}
