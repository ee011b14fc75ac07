import { isSlotName } from '#shared/slots/initial-setup.ts';
import type { Proposal } from './proposer.ts';

/** An application that sends a value under our own name for it knows what it means. */
const CONTEXT_CONFIDENCE = 0.95;

/** Keys of `client_context` that are named like slots, as proposals like any other. */
export const proposeFromContext = (context: Readonly<Record<string, unknown>>): Proposal[] =>
  Object.entries(context).flatMap(([slot, value]) =>
    isSlotName(slot) ? [{ slot, value, confidence: CONTEXT_CONFIDENCE, span: null }] : [],
  );
