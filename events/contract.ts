import * as z from 'zod';

/** The source every event of this product carries on the bus. */
export const EVENT_SOURCE = 'onboarding';

/** A named, versioned event: one object that the publisher, the consumer and the stack all import. */
export function defineEvent<const Name extends `${string}.v${number}`, Data extends z.ZodType>(
  name: Name,
  data: Data,
) {
  const detail = z.object({
    id: z.uuid(),
    tenant_id: z.string().min(1),
    occurred_at: z.iso.datetime(),
    correlation_id: z.string().min(1),
    data,
  });
  const envelope = z.object({
    'detail-type': z.literal(name),
    source: z.literal(EVENT_SOURCE),
    detail,
  });
  return { name, data, detail, envelope } as const;
}

export type EventContract = ReturnType<typeof defineEvent<`${string}.v${number}`, z.ZodType>>;

/** The name without its version, as webhooks and routes spell it: `changeset.applied`. */
export const eventTypeOf = (name: string): string => name.replace(/\.v\d+$/, '');
