import type { SiteType } from '#shared/facility/values.ts';

interface SiteTypeDefaults {
  /** First letters of a generated site code. */
  readonly codePrefix: string;
  readonly staffRoles: readonly string[];
  /** Hours a shift lasts where a site runs around the clock, and when the first one starts. */
  readonly shiftHours: 8 | 12;
  readonly firstShift: string;
  /** Minutes between attendance checks, by day and by night. */
  readonly checkMinutes: { readonly day: number; readonly night: number };
}

/** What is usual in each kind of site; every value is offered for change. */
export const SITE_TYPE_DEFAULTS = {
  office: {
    codePrefix: 'OFF',
    staffRoles: ['SECURITY', 'ADMIN', 'SUPERVISOR'],
    shiftHours: 8,
    firstShift: '06:00',
    checkMinutes: { day: 30, night: 60 },
  },
  warehouse: {
    codePrefix: 'WH',
    staffRoles: ['GUARD', 'SUPERVISOR', 'WAREHOUSE', 'DRIVER'],
    shiftHours: 8,
    firstShift: '06:00',
    checkMinutes: { day: 15, night: 20 },
  },
  retail: {
    codePrefix: 'RT',
    staffRoles: ['CASHIER', 'SALES', 'MANAGER', 'SECURITY'],
    shiftHours: 8,
    firstShift: '06:00',
    checkMinutes: { day: 20, night: 45 },
  },
  healthcare: {
    codePrefix: 'HC',
    staffRoles: ['NURSE', 'DOCTOR', 'SECURITY', 'ADMIN', 'TECH'],
    shiftHours: 12,
    firstShift: '07:00',
    checkMinutes: { day: 10, night: 15 },
  },
  manufacturing: {
    codePrefix: 'MFG',
    staffRoles: ['OPERATOR', 'SUPERVISOR', 'MAINTENANCE', 'QC', 'SAFETY', 'SECURITY'],
    shiftHours: 8,
    firstShift: '06:00',
    checkMinutes: { day: 10, night: 15 },
  },
  data_center: {
    codePrefix: 'DC',
    staffRoles: ['SYSADMIN', 'SECURITY', 'TECH', 'MANAGER', 'NETWORK'],
    shiftHours: 12,
    firstShift: '08:00',
    checkMinutes: { day: 5, night: 5 },
  },
  education: {
    codePrefix: 'EDU',
    staffRoles: ['TEACHER', 'ADMIN', 'SECURITY', 'MAINTENANCE', 'STUDENT_WORKER'],
    shiftHours: 8,
    firstShift: '06:00',
    checkMinutes: { day: 25, night: 45 },
  },
  other: {
    codePrefix: 'ST',
    staffRoles: ['SECURITY', 'ADMIN', 'SUPERVISOR'],
    shiftHours: 8,
    firstShift: '06:00',
    checkMinutes: { day: 30, night: 60 },
  },
} as const satisfies Record<SiteType, SiteTypeDefaults>;
