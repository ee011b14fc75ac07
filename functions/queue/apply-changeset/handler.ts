import { applicationAcceptedV1 } from '#events/application-accepted.v1.ts';
import { type ApplyInBatchesDeps, applyInBatches } from '#shared/approvals/apply-in-batches.ts';
import { eventConsumer, on } from '#shared/queue/event-consumer.ts';

/** A long changeset that was decided → applied, batch by batch. Safe to repeat. */
export const createHandler = (deps: ApplyInBatchesDeps) =>
  eventConsumer([
    on(applicationAcceptedV1, ({ tenant, data }, log) => applyInBatches(deps, tenant, data, log)),
  ]);
