import { Cron } from 'croner';

/** When a schedule is due next, strictly after a moment; undefined if never again. */
export type Schedule = (after: Date) => Date | undefined;

/**
 * `rate(5 minutes)` or `cron(0 8 ? * MON-FRI *)`, both in UTC.
 * Source: "Setting a schedule pattern for scheduled rules", EventBridge user guide.
 * @throws Error for what EventBridge would refuse
 */
export function parseSchedule(expression: string): Schedule {
  const [, kind, body = ''] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rate(body, expression);
  if (kind === 'cron') return cron(body, expression);
  throw refused(expression);
}

const refused = (expression: string) =>
  new Error(`Parameter ScheduleExpression is not valid: ${expression}`);

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

function rate(body: string, expression: string): Schedule {
  const [, digits = '', unit = '', plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(body) ?? [];
  const value = Number(digits);
  const unitMs = UNIT_MS[unit];
  // The service insists on the grammar: one minute, two minutes.
  if (!unitMs || value < 1 || (value === 1) === (plural === 's')) throw refused(expression);
  return (after) => new Date(after.getTime() + value * unitMs);
}

function cron(body: string, expression: string): Schedule {
  const fields = body.split(/\s+/);
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  const oneDayIsOpen = (dayOfMonth === '?') !== (dayOfWeek === '?');
  if (fields.length !== 6 || !oneDayIsOpen) throw refused(expression);
  const pattern = ['0', minute, hour, dayOfMonth, month, weekday(dayOfWeek), year].join(' ');
  try {
    const job = new Cron(pattern, {
      paused: true,
      timezone: 'UTC',
      mode: '7-part',
      sloppyRanges: true,
    });
    return (after) => job.nextRun(after) ?? undefined;
  } catch {
    throw refused(expression);
  }
}

/** EventBridge counts Sunday as 1 and writes the last Friday `6L`; the library 0 and `5#L`. */
const weekday = (field: string) =>
  field
    .replace(/(^|[,-])(\d)/g, (_, before: string, day: string) => `${before}${Number(day) - 1}`)
    .replace(/(\w)L$/, '$1#L');
