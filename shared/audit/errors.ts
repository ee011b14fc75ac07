import { AppError } from '#shared/runtime/app-error.ts';

/** Somebody else has linked records meanwhile: what was to be linked must be looked at again. */
export class ChainMovedError extends AppError {
  readonly code = 'invalid_state';
}
