import * as z from 'zod';
import { type Link, recordHash } from './chain.ts';
import { type Fault, type Finding, findingOf } from './finding.ts';

/** A chain up to a record is good, or one record is the first that is not. */
export type Verdict =
  | { readonly kind: 'good'; readonly last: Link }
  | { readonly kind: 'bad'; readonly finding: Finding };

/** Links that were put where nobody can change them, by sequence. */
export type AnchorBook = ReadonlyMap<number, readonly string[]>;

export function anchorBook(links: readonly Link[]): AnchorBook {
  const book = new Map<number, string[]>();
  for (const { sequence, hash } of links) book.set(sequence, [...(book.get(sequence) ?? []), hash]);
  return book;
}

/**
 * Judges the record that follows a good one, by its bytes alone. A record whose content gives its own
 * hash can still be the wrong one: then its number, its link or an anchor tells.
 */
export function verifyRecord(before: Link, candidate: unknown, anchors: AnchorBook): Verdict {
  const record = intact(candidate);
  if (!record) return bad('altered', before.sequence + 1, candidate);
  const { sequence, hash } = record;
  // Two that claim one place: it is this place that is wrong.
  if (sequence === before.sequence) return bad('out_of_place', sequence, candidate);
  const fault = misplaced(before, record) ?? contradicted(record, anchors);
  if (fault) return bad(fault, before.sequence + 1, candidate);
  return { kind: 'good', last: { sequence, hash } };
}

const linked = z.looseObject({
  sequence: z.int().positive(),
  previous_hash: z.string(),
  hash: z.string(),
});
type Linked = z.infer<typeof linked>;

/** The record, if what it says gives its hash. */
function intact(candidate: unknown): Linked | undefined {
  const read = linked.safeParse(candidate);
  return read.success && hashOf(candidate) === read.data.hash ? read.data : undefined;
}

/** None for what has no canonical JSON: half a surrogate pair, say. */
function hashOf(candidate: unknown): string | undefined {
  try {
    return recordHash(Object(candidate));
  } catch {
    return undefined;
  }
}

function misplaced(before: Link, record: Linked): Fault | undefined {
  if (record.sequence > before.sequence + 1) return 'missing';
  if (record.sequence < before.sequence) return 'out_of_place';
  return record.previous_hash === before.hash ? undefined : 'unchained';
}

function contradicted({ sequence, hash }: Linked, anchors: AnchorBook): Fault | undefined {
  const anchored = anchors.get(sequence) ?? [];
  return anchored.some((other) => other !== hash) ? 'rewritten' : undefined;
}

const named = z.looseObject({ audit_id: z.string() });

function bad(fault: Fault, sequence: number, candidate: unknown): Verdict {
  const read = named.safeParse(candidate);
  return {
    kind: 'bad',
    finding: findingOf(fault, sequence, read.success ? read.data.audit_id : null),
  };
}

/** Judges where a chain ends: no anchor may lie behind its last record. */
export function verifyAnchoredEnd(last: Link, anchors: AnchorBook): Finding | undefined {
  const cut = [...anchors.keys()].some((sequence) => sequence > last.sequence);
  return cut ? findingOf('cut', last.sequence + 1) : undefined;
}

/** Judges where a chain ends by the head that was stored with its last record. */
export function verifyHead(last: Link, head: Link | undefined): Finding | undefined {
  if (!head) return last.sequence > 0 ? findingOf('head_altered', last.sequence) : undefined;
  if (head.sequence > last.sequence) return findingOf('cut', last.sequence + 1);
  if (head.sequence < last.sequence) return findingOf('beyond_head', head.sequence + 1);
  return head.hash === last.hash ? undefined : findingOf('head_altered', last.sequence);
}

/** Housekeeping has looked twice by then, and somebody was told. */
const LINKED_WITHIN_SECONDS = 300;

const unlinked = z.looseObject({
  audit_id: z.string(),
  at: z.iso.datetime(),
  sequence: z.null(),
  hash: z.null().optional(),
});

/** Judges facts that are not linked: each must be young, and claim no place. @param asOf what "young" is held against */
export function verifyUnlinked(facts: readonly unknown[], asOf: Date): Finding | undefined {
  const tooOld = new Date(asOf.getTime() - LINKED_WITHIN_SECONDS * 1000).toISOString();
  for (const fact of facts) {
    const read = unlinked.safeParse(fact);
    const name = named.safeParse(fact);
    const auditId = name.success ? name.data.audit_id : null;
    if (!read.success) return findingOf('altered', null, auditId);
    if (read.data.at < tooOld) return findingOf('not_linked', null, auditId);
  }
  return undefined;
}
