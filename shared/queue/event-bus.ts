/** An event as the outbox holds it. */
export interface OutgoingEvent {
  readonly id: string;
  /** Detail type with version. */
  readonly name: string;
  /** The whole envelope, `tenant_id` and `data` included. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Port to the bus. */
export interface EventBus {
  /** Ids of the events that the bus has taken; one that is missing must be published again. */
  publish(events: readonly OutgoingEvent[]): Promise<ReadonlySet<string>>;
}
