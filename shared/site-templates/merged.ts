import type { FieldError } from '#shared/runtime/app-error.ts';

/** The outcome of one merge: what it made, and what was wrong with the changes. */
export interface Merged<T> {
  readonly value: T;
  readonly errors: readonly FieldError[];
}

/** A fault in the request body at this place of its `customizations`. */
export const fault = (place: string, detail: string): FieldError => ({
  pointer: `/customizations${place}`,
  detail,
});
