import { AppError, InvalidStateError, NotFoundError } from '#shared/runtime/app-error.ts';

export class DocumentNotFoundError extends NotFoundError {
  constructor() {
    super('No such document');
  }
}

/** The version never was, or is kept no longer. */
export class VersionNotFoundError extends NotFoundError {
  constructor() {
    super('No such version is kept');
  }
}

/** The file cannot become knowledge; the message is the reason a curator reads. */
export class DocumentRejectedError extends AppError {
  readonly code = 'document_rejected';
}

export class DocumentStateError extends InvalidStateError {}
