import { InvalidStateError } from '#shared/runtime/app-error.ts';

export class TenantExistsError extends InvalidStateError {
  constructor() {
    super('A tenant of this id exists already');
  }
}
