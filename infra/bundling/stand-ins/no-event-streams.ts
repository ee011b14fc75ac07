/**
 * Stands in for the SDK's reading and writing of event streams, which are operations of S3 Select and
 * the like. Clients ask for it when they are made; only such an operation would use it.
 */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

export const eventStreamSerdeProvider = (): never => {
  throw new Error('Event streams are not part of the bundles');
};

export class EventStreamSerde {
  readonly refusal = eventStreamSerdeProvider();
}
