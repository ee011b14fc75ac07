import { describe, expect, it } from 'vitest';
import { parseSchedule } from '#infra/local/engines/schedule.ts';

/** A Saturday. */
const NOW = new Date('2026-01-31T12:00:30Z');

describe('a schedule', () => {
  it.each([
    ['rate(1 minute)', '2026-01-31T12:01:30.000Z'],
    ['rate(5 minutes)', '2026-01-31T12:05:30.000Z'],
    ['rate(2 hours)', '2026-01-31T14:00:30.000Z'],
    ['rate(1 day)', '2026-02-01T12:00:30.000Z'],
    ['cron(* * * * ? *)', '2026-01-31T12:01:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-01-31T12:15:00.000Z'],
    ['cron(0 10 * * ? *)', '2026-02-01T10:00:00.000Z'],
    ['cron(15 12 ? * MON-FRI *)', '2026-02-02T12:15:00.000Z'],
    ['cron(15 12 ? * 2-6 *)', '2026-02-02T12:15:00.000Z'],
    ['cron(0 0 ? * 1 *)', '2026-02-01T00:00:00.000Z'],
    ['cron(0 0 L * ? *)', '2026-02-28T00:00:00.000Z'],
    ['cron(0 0 ? * 6L *)', '2026-02-27T00:00:00.000Z'],
    ['cron(0 0 ? * 3#1 *)', '2026-02-03T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2028)', '2028-01-01T00:00:00.000Z'],
  ])('%s is due next at %s', (expression, due) => {
    expect(parseSchedule(expression)(NOW)?.toISOString()).toBe(due);
  });

  it('may be over', () => {
    expect(parseSchedule('cron(0 0 1 1 ? 2025)')(NOW)).toBeUndefined();
  });

  it.each([
    'rate(0 minutes)',
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(5 seconds)',
    'rate(1.5 hours)',
    'cron(0 10 * * *)',
    'cron(0 10 * * * *)',
    'cron(0 10 ? * ? *)',
    'cron(61 10 * * ? *)',
    'every day',
  ])('is refused as EventBridge refuses it: %s', (expression) => {
    expect(() => parseSchedule(expression)).toThrow(expression);
  });
});
