import { ContentionError } from '#shared/store/commit.ts';
import { contentTypeOf } from '../content-type.ts';
import { claim, goneFrom } from './change-document.ts';
import type { Document, SourceObject } from './document.ts';
import { documentDeleted } from './document-events.ts';
import { type DocumentKey, objectKeyOf, titleOfFile } from './document-key.ts';
import { DocumentChangedError, findDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { ingestDocument } from './ingest-document.ts';
import { NO_LABELS, newDocument } from './new-document.ts';
import { nextStep, type Step } from './next-step.ts';
import { resumeUnits } from './unit-work.ts';
import { wantedIndex } from './wanted-index.ts';
import { type WorkContext, WorkingCopy } from './working-copy.ts';

/** Longer than a worker can live, shorter than a message of a worker that died stays invisible. */
const LEASE_SECONDS = 150;
const MOST_ROUNDS = 10;

/**
 * Makes a document what the bucket says it is, and reports the first thing there was to do. Safe to
 * repeat, in any order: every step holds to the revision it read, and after a step it looks again,
 * because somebody who looked at the bucket later may have found nothing to do and left.
 */
export async function followObject(
  deps: IngestDeps,
  key: DocumentKey,
  correlationId: string,
  { completing = false }: { readonly completing?: boolean } = {},
): Promise<Step> {
  const context = { tenant: key.tenant, correlationId };
  let first: Step | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Once is enough: a provider that has no vectors now has none in the next round either.
    const completes = completing && first === undefined;
    const step = await takeStep(deps, context, key, completes).catch(againIfChanged);
    if (step === 'none' || step === 'wait') return first ?? step;
    first ??= step;
  }
  throw new ContentionError('The document keeps changing');
}

function againIfChanged(error: unknown): undefined {
  if (!(error instanceof DocumentChangedError)) throw error;
}

async function takeStep(
  deps: IngestDeps,
  context: WorkContext,
  key: DocumentKey,
  completing: boolean,
): Promise<Step> {
  const { tenant, documentId } = key;
  const objectKey = objectKeyOf(key);
  const document = await findDocument(deps.table, tenant, documentId);
  const object = await deps.objects.head(tenant, objectKey);
  const wanted = completing ? await wantedIndex(deps, tenant) : undefined;
  const at = deps.clock.now();
  const step = nextStep(document, { key: objectKey, object, at, ...(wanted && { wanted }) });
  if (step === 'ingest' && object) await ingest(deps, context, key, document, object);
  if (document) await STEPS[step]?.(deps, context, document);
  return step;
}

type TakeStep = (deps: IngestDeps, context: WorkContext, document: Document) => Promise<void>;

/** What is done to a document that is there; taking it up needs its object besides. */
const STEPS: Readonly<Partial<Record<Step, TakeStep>>> = {
  delete: remove,
  free,
  resume: (deps, context, document) =>
    resumeUnits(deps, context, new WorkingCopy(deps, context, document)),
};

async function ingest(
  deps: IngestDeps,
  context: WorkContext,
  key: DocumentKey,
  document: Document | undefined,
  object: SourceObject,
): Promise<void> {
  const at = deps.clock.now();
  const known = document ?? droppedByHand(key, at);
  const named = known.object_key === objectKeyOf(key) ? known : { ...known, ...namesOf(key) };
  const claimed = claim(named, object, objectKeyOf(key), { at, leaseSeconds: LEASE_SECONDS });
  const copy = new WorkingCopy(deps, context, document);
  await copy.save(claimed);
  await ingestDocument(deps, context, copy);
}

const droppedByHand = (key: DocumentKey, at: Date): Document =>
  newDocument(
    {
      document_id: key.documentId,
      title: titleOfFile(key.fileName),
      object_key: objectKeyOf(key),
      labels: NO_LABELS,
      created_by: null,
      ...namesOf(key),
    },
    at,
  );

const namesOf = ({ fileName }: DocumentKey) => ({
  file_name: fileName,
  content_type: contentTypeOf(fileName) ?? null,
});

function remove(deps: IngestDeps, context: WorkContext, document: Document): Promise<void> {
  const copy = new WorkingCopy(deps, context, document);
  return copy.move('delete', goneFrom(document), (next) => ({
    writes: deps.vectors.withdraw(next.document_id),
    events: [documentDeleted(next)],
    audit: [{ action: 'document.deleted', target: targetOf(next) }],
  }));
}

/** Search has let go of the retired version, so nobody needs it; nor what is left over of others. */
async function free(deps: IngestDeps, context: WorkContext, document: Document): Promise<void> {
  const { tenant } = context;
  if (document.retired) await deps.vectors.discard(tenant, document.retired);
  for (const prefix of document.leftovers)
    for (const key of await deps.versions.keys(tenant, prefix))
      await deps.versions.delete(tenant, key);
  await new WorkingCopy(deps, context, document).amend({ retired: null, leftovers: [] });
}
