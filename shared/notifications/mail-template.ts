import * as z from 'zod';
import english from '#templates/emails/en.json' with { type: 'json' };

/** What a mail says: ICU messages over the values of the event. */
const mailTemplate = z.strictObject({
  subject: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  /** Lines that come from the event: its summary, or its facts one by one. */
  list: z.enum(['summary', 'facts']).optional(),
  /** A button; the path is one of the console. */
  /** Buttons that decide, for whoever may: an approver's own mail about something undecided. */
  decide: z.strictObject({ approve: z.string(), reject: z.string() }).optional(),
  action: z.strictObject({ label: z.string(), path: z.string().startsWith('/') }).optional(),
});
export type MailTemplate = z.infer<typeof mailTemplate>;

const ANY_EVENT = '*';
const TEMPLATES = z.record(z.string(), mailTemplate).parse(english);

/** The template of an event type, or the one for all that have none of their own. */
export function mailTemplateOf(eventType: string): MailTemplate {
  const template = Object.hasOwn(TEMPLATES, eventType) ? TEMPLATES[eventType] : undefined;
  return template ?? mailTemplate.parse(TEMPLATES[ANY_EVENT]);
}
