import * as z from 'zod';
import { type Endpoint, endpoint } from './endpoint.ts';

/** An endpoint as admins see it: never with its secrets. */
export const endpointView = endpoint.pick({
  endpoint_id: true,
  channel: true,
  url: true,
  recipients: true,
  events: true,
  status: true,
  disabled_reason: true,
  created_at: true,
});
export type EndpointView = z.infer<typeof endpointView>;

/** With the secret, in the one answer that tells it; null in a replay, and where there is none. */
export const endpointWithSecret = endpointView.extend({ secret: z.string().nullable() });

export const presentEndpoint = (stored: Endpoint): EndpointView =>
  endpointView.parse({ ...stored, url: visibleUrl(stored) });

/** The address of a chat's webhook is all it takes to write there: only its origin is shown again. */
function visibleUrl({ channel, url }: Endpoint): string | null {
  const secret = channel === 'slack' || channel === 'discord';
  return url && secret ? `${new URL(url).origin}/…` : url;
}

/** The answer that shows the current secret, and what a replay of the call shows instead. */
export function presentWithSecret(stored: Endpoint) {
  const view = presentEndpoint(stored);
  return {
    body: { ...view, secret: stored.secrets[0]?.secret ?? null },
    replayBody: { ...view, secret: null },
  };
}
