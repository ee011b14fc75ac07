import { createHash } from 'node:crypto';
import type { Unnamed } from '../resource-kind.ts';

/** A stable lower-case id of the length that AWS gives this type of resource. */
export const shortId = ({ stack, logicalId }: Unnamed, length: number): string =>
  BigInt(`0x${createHash('sha256').update(`${stack}/${logicalId}`).digest('hex')}`)
    .toString(36)
    .slice(0, length);
