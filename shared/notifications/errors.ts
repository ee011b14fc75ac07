import { AppError, InvalidStateError, NotFoundError } from '#shared/runtime/app-error.ts';

export class EndpointNotFoundError extends NotFoundError {
  constructor() {
    super('There is no such endpoint');
  }
}

export class DeliveryNotFoundError extends NotFoundError {
  constructor() {
    super('There is no such delivery');
  }
}

/** Something else has moved the delivery on; what was meant for its earlier version does nothing. */
export class StaleDeliveryError extends InvalidStateError {}

export class EndpointChangedError extends InvalidStateError {
  constructor() {
    super('The endpoint was changed at the same time; read it again');
  }
}

export class TooManyEndpointsError extends InvalidStateError {}

/** The address is one that this system does not call. */
export class EgressRefusedError extends AppError {
  readonly code = 'egress_refused';
}
