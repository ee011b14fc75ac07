import * as z from 'zod';

const labels = z.strictObject({
  slots: z.record(z.string(), z.json()).optional(),
  not_filled: z.array(z.string()).optional(),
  reply_kind: z.string().optional(),
});
export type Labels = z.infer<typeof labels>;

/** A labelled conversation: what is said, and what must be understood after each message. */
export const dialogueSchema = z.strictObject({
  id: z.string(),
  language: z.string(),
  type: z.literal('initial_setup'),
  tags: z.array(z.string()),
  start: z.strictObject({
    initial_input: z.string().optional(),
    client_context: z.record(z.string(), z.json()).optional(),
  }),
  turns: z.array(z.strictObject({ user: z.string(), expect: labels })).optional(),
  /** Bare answers: what is said whenever the question for that slot comes. */
  answers: z.record(z.string(), z.string()).optional(),
  final: z.strictObject({
    slots: z.record(z.string(), z.json()),
    awaiting_approval: z.boolean(),
  }),
});
export type Dialogue = z.infer<typeof dialogueSchema>;
