import { AppError } from '#shared/runtime/app-error.ts';

export class AlreadyDecidedError extends AppError {
  readonly code = 'already_decided';
}

export class SelfApprovalError extends AppError {
  readonly code = 'self_approval';
}

/** An approver whom the policy of the changeset does not ask. */
export class NotAnApproverError extends AppError {
  readonly code = 'not_an_approver';
}

export class RevisionMismatchError extends AppError {
  readonly code = 'revision_mismatch';
}

export class PolicyUnsatisfiableError extends AppError {
  readonly code = 'policy_unsatisfiable';
}
