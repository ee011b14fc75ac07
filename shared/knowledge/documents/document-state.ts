import { DocumentStateError } from '../errors.ts';

export const DOCUMENT_STATES = [
  'queued',
  'parsing',
  'chunking',
  'embedding',
  'in_review',
  'ready',
  'failed',
  'deleted',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

interface Transition {
  readonly from: readonly DocumentState[];
  readonly to: DocumentState;
}

/**
 * The life of a document. A new object starts it over from anywhere; so does a worker that takes over
 * from one that died, which is why the working states lead back to parsing too.
 */
export const TRANSITIONS = {
  parse: { from: DOCUMENT_STATES, to: 'parsing' },
  chunk: { from: ['parsing'], to: 'chunking' },
  embed: { from: ['chunking'], to: 'embedding' },
  submit: { from: ['embedding'], to: 'in_review' },
  publish: { from: ['embedding', 'in_review'], to: 'ready' },
  fail: { from: ['queued', 'parsing', 'chunking', 'embedding'], to: 'failed' },
  reject: { from: ['in_review', 'ready'], to: 'failed' },
  delete: {
    from: ['queued', 'parsing', 'chunking', 'embedding', 'in_review', 'ready', 'failed'],
    to: 'deleted',
  },
} as const satisfies Readonly<Record<string, Transition>>;

export type TransitionName = keyof typeof TRANSITIONS;

/** The state after a transition. @throws DocumentStateError where it may not happen */
export function nextState(current: DocumentState, name: TransitionName): DocumentState {
  const { from, to }: Transition = TRANSITIONS[name];
  if (!from.includes(current))
    throw new DocumentStateError(`A document that is ${current} cannot ${name}`);
  return to;
}

/** States in which a worker holds the document. */
export const isBeingWorkedOn = (state: DocumentState): boolean =>
  state === 'parsing' || state === 'chunking' || state === 'embedding';
