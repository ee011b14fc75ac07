import * as z from 'zod';

/** The vocabulary that conversations, templates and resources share. All shapes are wire shapes. */
export const siteType = z.enum([
  'office',
  'warehouse',
  'retail',
  'healthcare',
  'manufacturing',
  'data_center',
  'education',
  'other',
]);
export type SiteType = z.infer<typeof siteType>;

export const securityLevel = z.enum(['basic', 'enhanced', 'high']);
export type SecurityLevel = z.infer<typeof securityLevel>;

/** A time of day on the 24-hour clock, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');

/** `close` before `open` passes midnight; with `around_the_clock` both are written `00:00`. */
export const operatingHours = z
  .strictObject({ open: timeOfDay, close: timeOfDay, around_the_clock: z.boolean() })
  .refine(({ open, close, around_the_clock }) => around_the_clock || open !== close, {
    message: 'must open and close at different times, or be around the clock',
  });
export type OperatingHours = z.infer<typeof operatingHours>;

export const AROUND_THE_CLOCK: OperatingHours = {
  open: '00:00',
  close: '00:00',
  around_the_clock: true,
};

/** A name of the IANA time zone database, as this runtime knows it. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'must be an IANA time zone');

function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are accepted by Intl, but name no zone.
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Text of 1 to `max` characters of which at least one can be seen. */
export const visibleText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/[^\p{C}\p{Z}]/u, 'must have something to read');

/** A code as people read it on a badge: three to twenty ASCII letters and digits. */
export const siteCode = z.string().regex(/^[A-Za-z0-9]{3,20}$/, 'must be 3-20 letters or digits');

export const staffRoleCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'must be upper case');

export const MINUTES_PER_DAY = 24 * 60;

/** Minutes since midnight of a `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
