import type { StoredVersion } from '#shared/vectors/vector-store.ts';
import type { Document, SourceObject } from './document.ts';
import { nextState, type TransitionName } from './document-state.ts';

/** A document after a transition: its next revision. @throws DocumentStateError */
export function advance(
  document: Document,
  transition: TransitionName,
  at: Date,
  change: Partial<Document> = {},
): Document {
  return {
    ...document,
    ...change,
    state: nextState(document.state, transition),
    revision: document.revision + 1,
    updated_at: at.toISOString(),
  };
}

/** Work begins on an object; other workers leave the document alone until the lease ends. */
export const claim = (
  document: Document,
  source: SourceObject,
  object_key: string,
  { at, leaseSeconds }: { readonly at: Date; readonly leaseSeconds: number },
): Document =>
  advance(document, 'parse', at, {
    source,
    object_key,
    error: null,
    review: null,
    lease_until: new Date(at.getTime() + leaseSeconds * 1000).toISOString(),
    attempts: document.source?.etag === source.etag ? document.attempts + 1 : 1,
  });

/** Puts a version in place of the stored one, which is freed once search has let go of it. */
export const replaceStored = (
  { stored, retired }: Document,
  next: StoredVersion | null,
): Pick<Document, 'stored' | 'retired'> => ({
  stored: next,
  retired: stored && stored.object_key !== next?.object_key ? stored : retired,
});

/** What a document is without its file. */
export const goneFrom = (document: Document): Partial<Document> => ({
  ...replaceStored(document, null),
  source: null,
  published: false,
  lease_until: null,
});

/** What search must say of a document, apart from its text: its labels, and how old its file is. */
export const factsOf = ({ title, labels, source: object, updated_at }: Document) => {
  const { authority, tags, source, jurisdiction, industry, language } = labels;
  const dated_at = object?.last_modified ?? updated_at;
  const single = { authority, source, jurisdiction, industry, language, dated_at };
  const given = Object.entries(single).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value]] as const],
  );
  return { title, attributes: { ...Object.fromEntries(given), tags } };
};
