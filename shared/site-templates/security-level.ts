import type { SecurityLevel } from '#shared/facility/values.ts';
import type { TemplateSecurity } from './site-template.ts';

/** The level that the controls amount to. */
export function levelOf({ gps, inactivity_alarm }: TemplateSecurity): SecurityLevel {
  if (inactivity_alarm) return 'high';
  return gps ? 'enhanced' : 'basic';
}
