import * as z from 'zod';

/** Prints a line of what happened. */
export type Say = (line: string) => void;

const citation = z.object({ heading_path: z.array(z.string()), quote: z.string() });

/** The parts of the API's answers that the demo looks at. */
export const shapes = {
  endpoint: z.object({ secret: z.string() }),
  upload: z.object({
    document_id: z.string(),
    upload: z.object({
      method: z.string(),
      url: z.url(),
      headers: z.record(z.string(), z.string()),
    }),
  }),
  document: z.object({ state: z.string(), chunk_count: z.int(), error: z.string().nullish() }),
  turn: z.object({
    conversation_id: z.string(),
    state: z.string(),
    turn: z.int(),
    reply: z.string(),
    citations: z.array(citation),
    consensus_confidence: z.number().nullable(),
  }),
  preview: z.object({
    changes: z.array(z.object({ operation: z.string(), entity_id: z.string() })),
    risk: z.object({ score: z.number() }),
    policy: z.object({ name: z.string(), required_approvals: z.int() }),
  }),
  approved: z.object({ changeset_id: z.string(), status: z.string() }),
  decided: z.object({
    changeset_status: z.string(),
    approval_status: z.object({ required: z.int(), approved: z.int() }),
  }),
  deployed: z.object({
    message: z.string(),
    changeset_info: z.object({ changeset_id: z.string(), status: z.string() }).nullable(),
    preview: z.object({ risk: z.object({ score: z.number() }) }).nullable(),
  }),
  resources: z.object({ items: z.array(z.object({ entity_id: z.string() })) }),
  mails: z.object({
    emails: z.array(
      z.object({ subject: z.string(), destination: z.object({ to: z.array(z.string()) }) }),
    ),
  }),
};
