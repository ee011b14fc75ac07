import { createHash } from 'node:crypto';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { InputType } from './space-embedder.ts';

/** What a vector depends on besides its text, and whose it is. */
export interface KeyScope {
  readonly tenant: Tenant;
  readonly spaceId: string;
  readonly inputType: InputType;
}

/** Equal for equal texts (NFC) of one tenant, space and input type, and for no others: SHA-256, hex. */
export const textKey = ({ tenant, spaceId, inputType }: KeyScope, text: string): string =>
  createHash('sha256')
    .update(JSON.stringify([tenant, spaceId, inputType, text.normalize('NFC')]))
    .digest('hex');
