import { AppError } from '#shared/runtime/app-error.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';

export class IncompleteDraftError extends AppError {
  readonly code = 'invalid_state';

  constructor(missing: readonly SlotName[]) {
    super(`A draft still needs ${missing.join(', ')}`, { missing });
  }
}
