/** A change of an object as S3 reports it to EventBridge (user guide: "EventBridge event message structure"). */
export interface ObjectChange {
  readonly kind: 'created' | 'deleted';
  readonly bucket: string;
  /** As it is, not URL-encoded (unlike S3's own notifications). */
  readonly key: string;
  readonly sizeBytes: number;
  readonly etag: string;
  /** Orders the changes of one key: greater hexadecimal text is later. */
  readonly sequencer: string;
  /** The API that made the change, such as PutObject. */
  readonly reason: string;
  readonly requestId: string;
  readonly sourceIpAddress: string;
}

/** The entry to put on the default bus. */
export function objectEvent(change: ObjectChange, requester: string) {
  const { kind, bucket, key, sizeBytes, etag, sequencer } = change;
  const created = kind === 'created';
  return {
    source: 'aws.s3',
    detailType: created ? 'Object Created' : 'Object Deleted',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, ...(created && { size: sizeBytes }), etag, sequencer },
      'request-id': change.requestId,
      requester,
      'source-ip-address': change.sourceIpAddress,
      reason: change.reason,
      ...(!created && { 'deletion-type': 'Permanently Deleted' }),
    },
  };
}
