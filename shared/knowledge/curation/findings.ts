import * as z from 'zod';
import { licenceNotice } from './licence-notice.ts';
import { piiKind } from './pii/pii.ts';

const piiPolicy = z.enum(['keep', 'mask']);
/** Whether personal data in documents is kept or masked. */
export type PiiPolicy = z.infer<typeof piiPolicy>;

/** What curators should know of a document's text. Wire shape. */
export const curationFindings = z.object({
  /** As it was when the text was read. */
  pii_policy: piiPolicy,
  /** How often personal data of each kind was found: masked, or kept. */
  pii: z.partialRecord(piiKind, z.int()),
  licence_notices: z.array(licenceNotice),
});

/** With what other documents are compared by. */
export const storedFindings = curationFindings.extend({ sketch: z.string() });
export type StoredFindings = z.infer<typeof storedFindings>;
