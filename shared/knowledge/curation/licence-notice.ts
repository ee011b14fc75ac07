import * as z from 'zod';

/** What a document says about who may have it. Wire words. */
export const licenceKind = z.enum([
  'confidential',
  'all_rights_reserved',
  'no_distribution',
  'licensed_to',
]);
export type LicenceKind = z.infer<typeof licenceKind>;

/** Words that a curator should read before others do. Wire shape. */
export const licenceNotice = z.object({ kind: licenceKind, quote: z.string() });
export type LicenceNotice = z.infer<typeof licenceNotice>;
