import type { PagePosition } from '#shared/http/cursor.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { AuditView } from './chain.ts';
import { type AuditPage, listAudit, placeOf } from './list-audit.ts';

/** What is looked for; a part that is not given fits everything. */
export interface AuditFilter {
  /** Id or e-mail address of who did it, upper or lower case. */
  readonly actor?: string | undefined;
  /** `approval.granted`, or all of a family: `approval`. */
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  /** From this instant on (ISO 8601). */
  readonly from?: string | undefined;
  /** Before this instant (ISO 8601). */
  readonly to?: string | undefined;
}

/** So many records are read at once, and so many times for one page: 1,000 records at most. */
const WINDOW = 100;
const MAX_WINDOWS = 10;
/** A fact takes its place this much later than it was written at most, or verification complains. */
const LATEST_LINK_MS = 5 * 60_000;

/**
 * A page of those records that fit, newest first. The trail has one order and no index: what does not
 * fit is read and passed over, a bounded number for each page. So a page can have less than its limit,
 * or nothing, and yet a next one.
 */
export async function findRecords(
  table: Table,
  tenant: Tenant,
  filter: AuditFilter,
  position: PagePosition,
): Promise<AuditPage> {
  if (Object.values(filter).every((part) => part === undefined))
    return listAudit(table, tenant, position);
  let page: AuditPage = { records: [], ...(position.after && { next: position.after }) };
  for (let windows = 0; windows < MAX_WINDOWS; windows++) {
    const { next: after } = page;
    const window = await listAudit(table, tenant, { limit: WINDOW, ...(after && { after }) });
    page = withFitting(page, window, filter, position.limit);
    if (page.next === undefined || page.records.length === position.limit) break;
  }
  return page;
}

/** The page with what fits of a window, and where to go on. */
function withFitting(
  { records: before }: AuditPage,
  { records: read, next }: AuditPage,
  filter: AuditFilter,
  limit: number,
): AuditPage {
  // A fact that was linked since the window before would be here twice.
  const known = new Set(before.map(({ audit_id }) => audit_id));
  const fitting = read.filter((each) => fits(each, filter) && !known.has(each.audit_id));
  const records = [...before, ...fitting].slice(0, limit);
  const last = records.at(-1);
  if (before.length + fitting.length > limit && last) return { records, next: placeOf(last) };
  const isOver = next === undefined || isPast(read, filter);
  return { records, ...(!isOver && { next }) };
}

function fits(record: AuditView, { actor, action, target, from, to }: AuditFilter): boolean {
  const at = Date.parse(record.at);
  return (
    (actor === undefined || isBy(record, actor)) &&
    (action === undefined || record.action === action || record.action.startsWith(`${action}.`)) &&
    (target === undefined || record.target === target) &&
    (from === undefined || at >= Date.parse(from)) &&
    (to === undefined || at < Date.parse(to))
  );
}

const isBy = ({ actor: { id, email } }: AuditView, name: string): boolean =>
  [id, email].some((own) => own?.toLowerCase() === name.toLowerCase());

/** Whether everything behind these is older than what is looked for. */
const isPast = (records: readonly AuditView[], { from }: AuditFilter): boolean => {
  const oldest = records.at(-1);
  return (
    from !== undefined &&
    oldest !== undefined &&
    Date.parse(oldest.at) < Date.parse(from) - LATEST_LINK_MS
  );
};
