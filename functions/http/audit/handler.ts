import { exportAudit } from '#shared/audit/export-audit.ts';
import { findRecords } from '#shared/audit/find-records.ts';
import { readLink, writeLink } from '#shared/audit/link-text.ts';
import { type VerifyAuditDeps, verifyAudit } from '#shared/audit/verify-audit.ts';
import type { Cursors } from '#shared/http/cursor.ts';
import { ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { API_BASE_PATH } from '#shared/http/route.ts';
import { exportAuditRoute, listAuditRoute, verifyAuditRoute } from './contract.ts';

export interface Deps extends HttpDeps, VerifyAuditDeps {
  readonly cursors: Cursors;
}

/** The audit trail: read, taken away, held against itself. */
export const createHandler = (deps: Deps) =>
  httpFunction(deps, [
    query(listAuditRoute, async ({ query: { limit, cursor, ...filter } }, { tenant }) => {
      const listing = { tenant, name: `audit ${JSON.stringify(filter)}` };
      const position = await deps.cursors.open(listing, { limit, cursor });
      const { records, next } = await findRecords(deps.table, tenant, filter, position);
      return ok({ items: [...records], next_cursor: await deps.cursors.seal(listing, next) });
    }),
    query(exportAuditRoute, async ({ query: { after } }, { tenant }) => {
      const { text, nextAfter } = await exportAudit(deps.table, tenant, after);
      return { ...ok(text), ...(nextAfter !== undefined && { headers: linkTo(nextAfter) }) };
    }),
    query(verifyAuditRoute, async ({ body: { cursor } }, { tenant }) => {
      const listing = { tenant, name: 'audit verification' };
      const { after } = await deps.cursors.open(listing, { cursor, limit: 1 });
      const done = await verifyAudit(deps, tenant, readLink(after));
      const next = done.complete ? undefined : writeLink(done.last);
      return ok({
        valid: done.firstBad === undefined,
        complete: done.complete,
        verified_through: done.last.sequence,
        anchors_held: done.anchorsHeld,
        first_bad: done.firstBad ?? null,
        next_cursor: await deps.cursors.seal(listing, next),
      });
    }),
  ]);

/** RFC 8288 */
const linkTo = (after: number) => ({
  link: `<${API_BASE_PATH}${exportAuditRoute.path}?after=${after}>; rel="next"`,
});
