import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';

const MAX_PAGE = 100;
const DEFAULT_PAGE = 25;

/** The query parameters of a route that answers in pages. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  cursor: z.string().max(2048).optional(),
});
export type PageQuery = z.output<typeof pageQuery>;

/** A page as it goes over the wire. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });

/** One listing of one tenant: a cursor works nowhere else. */
export interface Listing {
  readonly tenant: Tenant;
  readonly name: string;
}

/** Where a page begins. */
export interface PagePosition {
  readonly limit: number;
  readonly after?: string;
}

/** Turns positions into cursors that tell nothing, and cannot be made up or carried elsewhere. */
export class Cursors {
  readonly #key: Secret;

  constructor(key: Secret) {
    this.#key = key;
  }

  /** @throws ValidationError for a cursor that this listing never gave */
  async open(listing: Listing, { limit, cursor }: PageQuery): Promise<PagePosition> {
    if (cursor === undefined) return { limit };
    const [position = '', signature = ''] = cursor.split('.');
    if (!same(signature, await this.#sign(listing, position)))
      throw new ValidationError('The cursor is not one of this listing', [
        { pointer: '/cursor', detail: 'use next_cursor of the page before, unchanged' },
      ]);
    return { limit, after: Buffer.from(position, 'base64url').toString('utf8') };
  }

  /** The cursor of what comes after; null at the end. */
  async seal(listing: Listing, next: string | undefined): Promise<string | null> {
    if (next === undefined) return null;
    const position = Buffer.from(next, 'utf8').toString('base64url');
    return `${position}.${await this.#sign(listing, position)}`;
  }

  async #sign({ tenant, name }: Listing, position: string): Promise<string> {
    const text = [tenant, name, position].join('\n');
    return createHmac('sha256', await this.#key.read())
      .update(text)
      .digest('base64url');
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
