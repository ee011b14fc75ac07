import * as z from 'zod';
import { timeZone } from '#shared/facility/values.ts';
import { approvalPolicy, DEFAULT_APPROVAL_POLICY } from './approval-policy.ts';

const cents = z.number().min(0).max(1e9);

export const settings = z.strictObject({
  approval_policy: approvalPolicy,
  budgets: z.strictObject({
    openai_daily_cents: cents,
    azure_daily_cents: cents,
    monthly_cents: cents,
  }),
  time_zone: timeZone,
  language: z.string().min(2).max(10),
  pii_policy: z.enum(['keep', 'mask']),
  knowledge_review: z.enum(['automatic', 'required']),
  notification_routes: z.record(z.string().max(64), z.array(z.string().max(64)).max(10)),
});
export type Settings = z.infer<typeof settings>;

/** Settings with their versions, which are 0 while the tenant has set nothing. */
export interface VersionedSettings {
  /** Counts the writes of the settings. */
  readonly version: number;
  /** Counts the changes of the approval policy among them, which decisions rely on. */
  readonly policyVersion: number;
  readonly settings: Settings;
}

export const DEFAULT_SETTINGS: Settings = {
  approval_policy: DEFAULT_APPROVAL_POLICY,
  budgets: { openai_daily_cents: 1000, azure_daily_cents: 750, monthly_cents: 10_000 },
  time_zone: 'UTC',
  language: 'en',
  pii_policy: 'keep',
  knowledge_review: 'automatic',
  notification_routes: {},
};

/** The parts of a change; what is not given stays. */
export const settingsChange = settings
  .extend({ approval_policy: approvalPolicy.partial(), budgets: settings.shape.budgets.partial() })
  .partial();
export type SettingsChange = z.infer<typeof settingsChange>;

export const changedSettings = (current: Settings, change: SettingsChange): Settings => ({
  ...current,
  ...change,
  approval_policy: { ...current.approval_policy, ...change.approval_policy },
  budgets: { ...current.budgets, ...change.budgets },
});
