import type { ProblemCode } from './problem-code.ts';

/** One fault in the caller's input: where it is (RFC 6901 JSON pointer) and what is wrong there. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** A failure the caller can act on. Anything else that is thrown is a bug or an outage. */
export abstract class AppError extends Error {
  abstract readonly code: ProblemCode;
  /** Further members of the problem document (RFC 9457 section 3.2), snake_case. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Further headers of the answer. */
  readonly headers: Readonly<Record<string, string>> = {};

  constructor(message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.extensions = extensions;
  }

  /** The code, because a minified class has lost its own name. */
  override get name(): string {
    return this.code;
  }
}

export class ValidationError extends AppError {
  readonly code = 'validation_failed';

  constructor(message: string, errors: readonly FieldError[]) {
    super(message, { errors });
  }
}

export class NotFoundError extends AppError {
  readonly code = 'not_found';
}

export class ForbiddenError extends AppError {
  readonly code = 'forbidden';
}

export class InvalidStateError extends AppError {
  readonly code = 'invalid_state';
}
