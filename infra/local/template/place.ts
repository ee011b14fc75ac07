/** Where the resources of a template come to life: what the pseudo parameters and URLs are made of. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
  /** Base of queue URLs, as the functions see it. */
  readonly sqsEndpoint: string;
  /** Base URL of the front door. */
  readonly apiEndpoint: string;
}

/** `arn:aws:<service>:<region>:<account>:<resource>` */
export const arn = (place: Place, service: string, resource: string): string =>
  `arn:aws:${service}:${place.region}:${place.accountId}:${resource}`;
