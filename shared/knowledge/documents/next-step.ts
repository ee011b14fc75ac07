import type { PiiPolicy } from '../curation/findings.ts';
import type { Document, SourceObject } from './document.ts';
import { isBeingWorkedOn } from './document-state.ts';

/** The bucket as it is now, at one key. */
export interface Observation {
  readonly key: string;
  /** Undefined when nothing is there. */
  readonly object: SourceObject | undefined;
  readonly at: Date;
  /** How a document should be indexed, where one that is not is to be indexed again. */
  readonly wanted?: WantedIndex;
}

/** What the tenant's settings and the deployment make of a text, apart from the text itself. */
export interface WantedIndex {
  /** Vector spaces that a document should be in. */
  readonly spaces: readonly string[];
  readonly piiPolicy: PiiPolicy;
}

export type Step = 'ingest' | 'resume' | 'delete' | 'free' | 'wait' | 'none';

/**
 * What to do about a document, from what is stored and what the bucket holds now. An event is only a
 * reason to look: because nothing depends on what it says, events may be doubled, late or reordered.
 */
export function nextStep(document: Document | undefined, seen: Observation): Step {
  if (!document) return seen.object ? 'ingest' : 'none';
  if (holdsWaste(document, seen.at)) return 'free';
  if (!seen.object) return stepWithoutObject(document, seen.key);
  if (document.object_key !== seen.key) return stepForOtherFile(document, seen.object);
  if (!isSameUpload(document, seen.object)) return 'ingest';
  if (isBeingWorkedOn(document.state)) return stepBesideWorker(document, seen.at);
  return seen.wanted && isOutdated(document, seen.wanted) ? 'ingest' : 'none';
}

/** What a worker has in hand is left alone: it would find the document changed, and wait for itself. */
const holdsWaste = (document: Document, at: Date): boolean =>
  (document.retired !== null || document.leftovers.length > 0) &&
  !(isBeingWorkedOn(document.state) && isLeased(document, at));

function stepBesideWorker(document: Document, at: Date): Step {
  if (isLeased(document, at)) return 'wait';
  return document.work ? 'resume' : 'ingest';
}

/** Whether a document is indexed otherwise than it should be. */
export const isOutdated = (document: Document, { spaces, piiPolicy }: WantedIndex): boolean =>
  document.stored !== null &&
  (lacksSpace(document, spaces) || (document.findings?.pii_policy ?? 'keep') !== piiPolicy);

export const lacksSpace = ({ spaces }: Document, wanted: readonly string[]): boolean =>
  wanted.some((space) => !spaces.has.includes(space));

function stepWithoutObject(document: Document, key: string): Step {
  if (document.state === 'deleted') return 'none';
  // An upload that was announced has not come yet, or another file is the document now.
  if (!document.source || document.object_key !== key) return 'none';
  return 'delete';
}

/** A second file in a document's folder replaces the first when it is newer. */
const stepForOtherFile = ({ source }: Document, object: SourceObject): Step =>
  !source || object.last_modified > source.last_modified ? 'ingest' : 'none';

/** The same bytes put again are no new version, but they are a new attempt where the last one failed. */
const isSameUpload = ({ state, source }: Document, seen: SourceObject): boolean =>
  source?.etag === seen.etag && (state !== 'failed' || source.last_modified === seen.last_modified);

const isLeased = ({ lease_until }: Document, at: Date): boolean =>
  lease_until !== null && lease_until > at.toISOString();
