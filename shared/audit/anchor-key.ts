import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Link, sortableSequence } from './chain.ts';

/**
 * Where an anchor lies. The link is in the name, so that a listing tells all, and a chain that was
 * written anew leaves its traces beside the old one's instead of on top of them.
 */
export const anchorKey = (tenant: Tenant, { sequence, hash }: Link): string =>
  `${anchorFolder(tenant)}${sortableSequence(sequence)}-${hash}.json`;

export const anchorFolder = (tenant: Tenant): string => `tenants/${tenant}/audit/`;

/** A key behind all anchors of a sequence and before those of the next. */
export const behindAnchorsOf = (tenant: Tenant, sequence: number): string =>
  `${anchorFolder(tenant)}${sortableSequence(sequence)}~`;

const KEY_PATTERN = /\/audit\/(\d{16})-([0-9a-f]{64})\.json$/;

/** The link in the name of an anchor; undefined for any other name. */
export function readAnchorKey(key: string): Link | undefined {
  const [, sequence, hash] = KEY_PATTERN.exec(key) ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash } : undefined;
}
