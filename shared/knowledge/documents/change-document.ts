import type { StoredVersion } from '#shared/vectors/vector-store.ts';
import type { Document, SourceObject } from './document.ts';
import { nextState, type TransitionName } from './document-state.ts';

/** A document after a transition: its next revision, which knows when it began. @throws DocumentStateError */
export function advance(
  document: Document,
  transition: TransitionName,
  at: Date,
  change: Partial<Document> = {},
): Document {
  const state = nextState(document.state, transition);
  const updated_at = at.toISOString();
  return {
    ...document,
    ...change,
    state,
    began: { ...eventsBefore(document, transition), [state]: updated_at },
    revision: document.revision + 1,
    updated_at,
  };
}

/** A file that is taken up again starts its history over; how long the first one waited is part of it. */
const eventsBefore = ({ began, state }: Document, transition: TransitionName) =>
  transition === 'parse' && state !== 'queued' ? {} : began;

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
    review: isSameFile(document, source) ? document.review : null,
    lease_until: secondsAfter(at, leaseSeconds),
    attempts: isSameFile(document, source) ? document.attempts + 1 : 1,
    ...abandonWork(document),
  });

const isSameFile = ({ source }: Document, { etag }: SourceObject) => source?.etag === etag;

export const secondsAfter = (at: Date, seconds: number): string =>
  new Date(at.getTime() + seconds * 1000).toISOString();

/** Ends work in units; what it has made so far is nobody's. */
export const abandonWork = ({
  work,
  leftovers,
}: Document): Pick<Document, 'work' | 'leftovers'> => ({
  work: null,
  leftovers: work ? [...leftovers, work.folder] : leftovers,
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
  ...abandonWork(document),
  spaces: { has: [], lacks: [] },
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
