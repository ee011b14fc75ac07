import * as z from 'zod';

/** A person as events name them. */
export const personReference = z.object({ user_id: z.string(), email: z.string() });

/** What every event about a changeset says of it. */
export const changesetSummary = z.object({
  changeset_id: z.string(),
  revision: z.int(),
  session_id: z.string().nullable(),
  origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
  title: z.string(),
  requester: personReference,
  risk_score: z.number(),
  changes: z.int(),
});

/** What a decision is bound to, and until when it is taken; null where that is without end. */
export const decidableRevision = z.object({
  revision_hash: z.string(),
  expires_at: z.iso.datetime().nullable(),
});
