import { summaryOf } from '#shared/approvals/announce.ts';
import {
  decideByLink as decide,
  holderOf,
  type LinkedDecision,
  showLinkedDecision,
} from '#shared/approvals/decide-by-link.ts';
import type { DecisionLinks } from '#shared/approvals/decision-link.ts';
import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { conditionsOf } from '#shared/approvals/present-decisions.ts';
import { countChanges } from '#shared/changesets/changeset.ts';
import { type Endpoint, ok, open, signed } from '#shared/http/endpoint.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { type DecisionLinkView, decideByLink, showDecision } from './link-contract.ts';

export interface LinkDeps extends ApprovalDeps {
  readonly links: Pick<DecisionLinks, 'open'>;
}

/** GET and POST /decisions/{token}: the links in mails. */
export const linkEndpoints = (deps: LinkDeps): readonly Endpoint[] => [
  open(showDecision, async ({ path }) => {
    const link = await deps.links.open(path.token);
    return ok(present(await showLinkedDecision(deps, link)));
  }),
  signed(decideByLink, async ({ path, body }) => {
    const link = await deps.links.open(path.token);
    const claims = await holderOf(deps.table, link);
    return {
      claims,
      // The token is what happens only once, whoever sends it again.
      idempotencyKey: idempotencyKeyOf(path.token),
      decide: async (caller) => {
        const decision = await decide(deps, caller, link, body);
        return mapResponse(decision, (changeset) =>
          ok(present({ link, email: claims.email, changeset, obstacle: 'You have decided.' })),
        );
      },
    };
  }),
];

/** A page shows so many changes, and of each whatever its values are. */
const MAX_SUMMARY_LINES = 100;
const LONGEST_LINE = 10_000;

/** Its signature tells one token from all others. */
const idempotencyKeyOf = (token: string): string => token.slice(-43);

const present = ({ link, email, changeset, obstacle }: LinkedDecision): DecisionLinkView => ({
  decision: link.decision,
  person: email,
  changeset_id: changeset.id,
  title: changeset.title,
  requester: changeset.requester.email,
  status: changeset.status,
  revision: changeset.revision,
  revision_hash: changeset.revision_hash,
  risk_score: changeset.risk.score,
  changes_total: countChanges(changeset),
  summary: summaryOf(changeset, MAX_SUMMARY_LINES, LONGEST_LINE),
  risk_reasons: changeset.risk.terms.map(({ reason }) => reason),
  conditions: conditionsOf(changeset).map(({ approver, conditions: text }) => ({
    person: approver.email,
    conditions: text,
  })),
  can_decide: obstacle === undefined,
  reason: obstacle ?? null,
});
