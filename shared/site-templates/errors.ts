import {
  AppError,
  InvalidStateError,
  NotFoundError,
  ValidationError,
} from '#shared/runtime/app-error.ts';
import type { CompatibilityCheck } from './check-compatibility.ts';

export class TemplateNotFoundError extends NotFoundError {
  constructor() {
    super('There is no such template');
  }
}

/** The customizations parse, but do not fit the template they are for. */
export class CustomizationError extends ValidationError {}

/** The customized template would make a site that cannot work; the check says why. */
export class IncompatibleTemplateError extends AppError {
  readonly code = 'incompatible_template';

  constructor(check: CompatibilityCheck) {
    super('The customized template does not make a site that can work', {
      compatibility_check: check,
    });
  }
}

/** Others would have to agree, and the caller did not want a changeset that waits for them. */
export class UndecidedDeploymentError extends InvalidStateError {
  constructor(policy: { readonly name: string; readonly required_approvals: number }) {
    super('Others have to agree to this; deploy with create_changeset', { policy });
  }
}
