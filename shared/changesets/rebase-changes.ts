import * as z from 'zod';
import { toPointer } from '#shared/http/json-pointer.ts';
import type { ResourceState } from '#shared/resources/resource-store.ts';
import { type FieldError, ValidationError } from '#shared/runtime/app-error.ts';
import { type Change, fieldsChanged } from './change.ts';
import { type ThreeWayDiff, threeWayDiffOf, threeWayFields } from './three-way.ts';

const side = z.enum(['current', 'proposed']);
type Side = z.infer<typeof side>;

/** Whose value stands where both sides changed it: of a whole resource, or of single fields. */
export const resolutions = z.record(z.string(), z.union([side, z.record(z.string(), side)]));
export type Resolutions = z.infer<typeof resolutions>;

export interface Rebased {
  /** The steps from what is there now; without those that it has overtaken. */
  readonly changes: readonly Change[];
  /** Where somebody has to say what shall stand; no changes are good while there are any. */
  readonly conflicts: readonly ThreeWayDiff[];
}

/**
 * The same wishes on the configuration as it is now: field by field, what only one side has changed
 * stands, and what both have changed is for a person to resolve.
 * @param states of the changed resources, in the order of the changes
 * @throws ValidationError for a resolution of something that is no conflict
 */
export function rebaseChanges(
  changes: readonly Change[],
  states: readonly ResourceState[],
  resolved: Resolutions = {},
): Rebased {
  const steps = changes.map((step, index) => {
    const state = states[index];
    const hasMoved = state !== undefined && state.version !== step.base_version;
    return hasMoved ? rebaseStep(step, state, resolved[step.entity_id]) : { step };
  });
  refuseNeedless(changes, states, resolved);
  return {
    changes: steps.flatMap(({ step }) => step ?? []),
    conflicts: steps.flatMap(({ conflict }) => conflict ?? []),
  };
}

interface RebasedStep {
  readonly step?: Change | undefined;
  readonly conflict?: ThreeWayDiff;
}

function rebaseStep(
  step: Change,
  state: ResourceState,
  resolution: Resolutions[string] | undefined,
): RebasedStep {
  const bothThere = state.data !== null && step.after !== null;
  if (bothThere) return mergeStep(step, state, resolution);
  // Nothing is there, and nothing shall be.
  if (state.data === null && step.after === null) return {};
  if (resolution === 'current') return {};
  if (resolution === 'proposed') return { step: stepTo(step, state, step.after) };
  return { conflict: threeWayDiffOf(step, state.data) };
}

function mergeStep(
  step: Change,
  state: ResourceState,
  resolution: Resolutions[string] | undefined,
): RebasedStep {
  const fields = threeWayFields(step.before, state.data, step.after);
  const sideOf = (field: string): Side | undefined =>
    typeof resolution === 'string' ? resolution : resolution?.[field];
  if (fields.some(({ field, conflict }) => conflict && !sideOf(field)))
    return { conflict: threeWayDiffOf(step, state.data) };
  const merged = { ...state.data };
  for (const { field, conflict } of fields) {
    const isOurs = conflict
      ? sideOf(field) === 'proposed'
      : fieldsChanged(only(step.before, field), only(step.after, field)).length > 0;
    if (isOurs) put(merged, field, step.after);
  }
  const next = stepTo(step, state, merged);
  return fieldsChanged(next.before, next.after).length > 0 ? { step: next } : {};
}

const only = (data: Change['before'], field: string): Change['before'] =>
  data?.[field] === undefined ? {} : { [field]: data[field] };

function put(merged: NonNullable<Change['after']>, field: string, from: Change['after']): void {
  const value = from?.[field];
  if (value === undefined) delete merged[field];
  else merged[field] = value;
}

function stepTo(step: Change, { data: before, version }: ResourceState, after: Change['after']) {
  const operation = !after ? 'delete' : before ? 'update' : 'create';
  return { ...step, operation, before, after, base_version: version } as const;
}

/** A resolution that resolves nothing is a slip: whoever gave it meant something else. */
function refuseNeedless(
  changes: readonly Change[],
  states: readonly ResourceState[],
  resolved: Resolutions,
): void {
  const errors = Object.entries(resolved).flatMap(([entityId, resolution]): FieldError[] => {
    const index = changes.findIndex(({ entity_id }) => entity_id === entityId);
    const [step, state] = [changes[index], states[index]];
    if (!step || !state || state.version === step.base_version)
      return [{ pointer: toPointer(['resolutions', entityId]), detail: 'is in no conflict' }];
    if (typeof resolution === 'string') return [];
    const known = threeWayFields(step.before, state.data, step.after).filter(
      (each) => each.conflict,
    );
    return Object.keys(resolution)
      .filter((name) => !known.some(({ field }) => field === name))
      .map((name) => ({
        pointer: toPointer(['resolutions', entityId, name]),
        detail: 'is in no conflict',
      }));
  });
  if (errors.length > 0) throw new ValidationError('The resolutions do not fit', errors);
}
