import { AppError } from '#shared/runtime/app-error.ts';

/** The configuration is no longer what the changeset was planned on. */
export class StaleChangesetError extends AppError {
  readonly code = 'stale_changeset';
  readonly entityIds: readonly string[];

  constructor(entityIds: readonly string[], extensions: Readonly<Record<string, unknown>> = {}) {
    super(`Changed since it was planned: ${entityIds.join(', ')}`, extensions);
    this.entityIds = entityIds;
  }
}

/** Somebody else wrote the changeset between our read and our write. */
export class ChangesetMovedError extends AppError {
  readonly code = 'invalid_state';
}

/** What a roll-back was to take back has become something else since it was planned. */
export class TargetMovedError extends ChangesetMovedError {}

/** What would be deleted is what others belong to. */
export class DependentsLeftError extends AppError {
  readonly code = 'invalid_state';
  readonly entityId: string;

  constructor(entityId: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(`Others belong to ${entityId}; it can be deleted once they are gone`, extensions);
    this.entityId = entityId;
  }
}
