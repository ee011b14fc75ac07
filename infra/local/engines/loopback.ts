import { once } from 'node:events';
import { createServer } from 'node:net';

/** Every engine binds this address and no other: the local cloud is never reachable from outside. */
export const LOOPBACK = '127.0.0.1';

/** A port nobody listens on now, for engines that cannot report the port they picked themselves. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, LOOPBACK);
  await once(probe, 'listening');
  const port = portOf(probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The port of a listening server's `address()`. @throws TypeError if it does not listen on TCP. */
export function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new TypeError('Not a TCP listener');
  return address.port;
}
