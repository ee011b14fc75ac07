import * as z from 'zod';
import type { BusEntry } from './bus-event.ts';

/** The input of PutEvents as it is on the wire. */
export const putEventsInput = z.object({
  Entries: z.array(
    z.object({
      EventBusName: z.string().optional(),
      Source: z.string().optional(),
      DetailType: z.string().optional(),
      Detail: z.string().optional(),
      Resources: z.array(z.string()).optional(),
      /** Seconds since 1970. */
      Time: z.number().optional(),
    }),
  ),
});

export type PutEventsEntry = z.output<typeof putEventsInput>['Entries'][number];

/** What PutEvents says of one entry, in the order of the entries. */
export type EntryResult =
  | { readonly EventId: string }
  | { readonly ErrorCode: string; readonly ErrorMessage: string };

const MAX_ENTRIES = 10;
const MAX_TOTAL_BYTES = 256 * 1024;
const TIME_BYTES = 14;

/** Why the whole call is refused (a ValidationException), or undefined. */
export function refusePutEvents(entries: readonly PutEventsEntry[]): string | undefined {
  if (entries.length < 1 || entries.length > MAX_ENTRIES) {
    const bound = entries.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 10';
    return `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`;
  }
  const totalBytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  return totalBytes > MAX_TOTAL_BYTES
    ? 'Total size of the entries in the request is over the limit.'
    : undefined;
}

/** Source: "Calculating Amazon EventBridge PutEvents event entry size", user guide. */
const sizeOf = ({
  Time,
  Source = '',
  DetailType = '',
  Detail = '',
  Resources = [],
}: PutEventsEntry) =>
  (Time === undefined ? 0 : TIME_BYTES) +
  [Source, DetailType, Detail, ...Resources].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );

/** The event an entry makes, or why it is refused; other entries of the call are not affected. */
export function readEntry(
  entry: PutEventsEntry,
): BusEntry | Exclude<EntryResult, { EventId: string }> {
  const { Source: source, DetailType: detailType, Detail, Resources: resources, Time } = entry;
  if (!source) return missing('Source');
  if (!detailType) return missing('DetailType');
  if (!Detail) return missing('Detail');
  if (source.startsWith('aws.')) {
    return refused('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  const detail = parseDetail(Detail);
  if (!detail) return refused('MalformedDetail', 'Detail is malformed.');
  return {
    source,
    detailType,
    detail,
    ...(resources && { resources }),
    ...(Time !== undefined && { time: new Date(Time * 1000) }),
  };
}

const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

const missing = (name: string) =>
  refused(
    'InvalidArgument',
    `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  );

/** Only an object is a detail. */
function parseDetail(text: string): object | undefined {
  try {
    return detailShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const detailShape = z.record(z.string(), z.unknown());
