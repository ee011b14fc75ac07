import type { Document, SourceObject } from './document.ts';
import { isBeingWorkedOn } from './document-state.ts';

/** The bucket as it is now, at one key. */
export interface Observation {
  readonly key: string;
  /** Undefined when nothing is there. */
  readonly object: SourceObject | undefined;
  readonly at: Date;
}

export type Step = 'ingest' | 'delete' | 'free' | 'wait' | 'none';

/**
 * What to do about a document, from what is stored and what the bucket holds now. An event is only a
 * reason to look: because nothing depends on what it says, events may be doubled, late or reordered.
 */
export function nextStep(document: Document | undefined, seen: Observation): Step {
  if (document?.retired) return 'free';
  if (!seen.object) return document ? stepWithoutObject(document, seen.key) : 'none';
  if (!document) return 'ingest';
  if (document.object_key !== seen.key) return stepForOtherFile(document, seen.object);
  if (!document.source) return 'ingest';
  if (!isSameUpload(document, document.source, seen.object)) return 'ingest';
  if (!isBeingWorkedOn(document.state)) return 'none';
  return isLeased(document, seen.at) ? 'wait' : 'ingest';
}

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
const isSameUpload = ({ state }: Document, known: SourceObject, seen: SourceObject): boolean =>
  known.etag === seen.etag && (state !== 'failed' || known.last_modified === seen.last_modified);

const isLeased = ({ lease_until }: Document, at: Date): boolean =>
  lease_until !== null && lease_until > at.toISOString();
