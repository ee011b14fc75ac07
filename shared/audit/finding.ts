import * as z from 'zod';

const fault = z.enum([
  'altered',
  'missing',
  'out_of_place',
  'unchained',
  'rewritten',
  'cut',
  'beyond_head',
  'head_altered',
  'not_linked',
]);
/** What can be wrong with a chain. */
export type Fault = z.infer<typeof fault>;

/** How it shows. */
const SHOWS: Readonly<Record<Fault, string>> = {
  altered: 'What the record says does not give its hash.',
  missing: 'A later record stands where this one should: it was removed or moved.',
  out_of_place: 'The chain was past its number already: a record was inserted or moved.',
  unchained: 'It is not linked to the record before it: one of the two was replaced or inserted.',
  rewritten: 'It is not the record that was anchored: the chain was written anew before here.',
  cut: 'The chain ends before it, though it was there once.',
  beyond_head: 'It stands behind the end of the chain: it was put there by hand.',
  head_altered: 'The stored end of the chain is not its last record.',
  not_linked: 'The fact was written and not linked in time.',
};

/** The first bad record of a chain. Wire shape. */
export const finding = z.object({
  fault,
  /** The place that is wrong; null for a fact that has none. */
  sequence: z.int().nullable(),
  /** Of what was found in this place, as far as it says. */
  audit_id: z.string().nullable(),
  detail: z.string(),
});
export type Finding = z.infer<typeof finding>;

export const findingOf = (
  what: Fault,
  sequence: number | null,
  audit_id: string | null = null,
): Finding => ({ fault: what, sequence, audit_id, detail: SHOWS[what] });
