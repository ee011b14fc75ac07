import type { ZodError } from 'zod';
import * as z from 'zod';
import { toPointer } from '#shared/http/json-pointer.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import {
  RESOURCE_KINDS,
  RESOURCE_SCHEMAS,
  type ResourceDraft,
  type ResourceKind,
  resourceKind,
} from '#shared/resources/resource.ts';
import { findStates, type ResourceState } from '#shared/resources/resource-store.ts';
import { type FieldError, ValidationError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { type Change, changeTo } from './change.ts';
import { withValues } from './with-values.ts';

const entityId = z
  .string()
  .max(400)
  .regex(new RegExp(`^(${RESOURCE_KINDS.join('|')}):[^#]+$`), 'must be the id of a resource');
const values = z.record(z.string(), z.json());

/** A change as a person asks for it; what is there makes a step of it. */
export const wantedChange = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('create'), entity_type: resourceKind, data: values }),
  /** The fields that change; `null` takes an optional one away. */
  z.strictObject({ operation: z.literal('update'), entity_id: entityId, data: values }),
  z.strictObject({ operation: z.literal('delete'), entity_id: entityId }),
]);
export type WantedChange = z.infer<typeof wantedChange>;

/** A wish whose resource is known, with where it stands in the request. */
interface Wish {
  readonly wanted: WantedChange;
  readonly entityId: string;
  readonly draft?: ResourceDraft;
  readonly at: readonly string[];
}

/**
 * The steps from what is there to what is wanted, in the order of the wishes; none for what is so
 * already. @param name of the list in the request, for the pointers of errors
 * @throws ValidationError for values that do not fit, and for wishes that the configuration defies
 */
export async function planChanges(
  table: Table,
  tenant: Tenant,
  wanted: readonly WantedChange[],
  name: string,
): Promise<readonly Change[]> {
  const errors: FieldError[] = [];
  const wishes = wanted.flatMap(
    (each, index) => identify(each, [name, String(index)], errors) ?? [],
  );
  errors.push(...twinsAmong(wishes));
  refuse(errors);
  const ids = wishes.map((wish) => wish.entityId);
  const states = await findStates(table, tenant, ids);
  const steps = wishes.flatMap((wish, index) => stepOf(wish, states[index], errors) ?? []);
  refuse(errors);
  return steps;
}

/** The id of the resource that is wanted; undefined where its values do not fit. */
export const idOfWanted = (wanted: WantedChange): string | undefined =>
  identify(wanted, [], [])?.entityId;

function identify(
  wanted: WantedChange,
  at: readonly string[],
  errors: FieldError[],
): Wish | undefined {
  if (wanted.operation !== 'create') return { wanted, entityId: wanted.entity_id, at };
  const draft = parse(wanted.entity_type, wanted.data, at, errors);
  return draft && { wanted, entityId: entityIdOf(draft), draft, at };
}

function stepOf(
  { wanted, entityId: id, draft, at }: Wish,
  state: ResourceState | undefined,
  errors: FieldError[],
): Change | undefined {
  if (draft && state?.data) return fault(errors, at, `${id} is there already; update it instead`);
  if (draft) return changeTo(draft, state);
  if (!state?.data) return fault(errors, at, `${id} is not there`);
  const kind = resourceKind.parse(id.slice(0, id.indexOf(':')));
  const { data: before, version: base_version } = state;
  if (wanted.operation !== 'update')
    return {
      entity_type: kind,
      entity_id: id,
      operation: 'delete',
      before,
      after: null,
      base_version,
    };
  const next = parse(kind, withValues(kind, before, wanted.data), at, errors);
  if (!next) return undefined;
  if (entityIdOf(next) === id) return changeTo(next, state);
  return fault(errors, at, `would make it ${entityIdOf(next)}; delete and create it instead`);
}

function parse(
  kind: ResourceKind,
  data: Readonly<Record<string, unknown>>,
  at: readonly string[],
  errors: FieldError[],
): ResourceDraft | undefined {
  const parsed = RESOURCE_SCHEMAS[kind].safeParse(data);
  if (!parsed.success) errors.push(...faultsOf(parsed.error, at));
  // The schema of `kind` has just parsed the data, which the union of kinds cannot express.
  return parsed.success ? ({ kind, data: parsed.data } as ResourceDraft) : undefined;
}

const faultsOf = ({ issues }: ZodError, at: readonly string[]): FieldError[] =>
  issues.map(({ path, message }) => ({
    pointer: toPointer([...at, 'data', ...path]),
    detail: message,
  }));

function fault(errors: FieldError[], at: readonly string[], detail: string): undefined {
  errors.push({ pointer: toPointer([...at]), detail });
}

/** Two changes of one resource cannot be applied together. */
function twinsAmong(wishes: readonly Wish[]): readonly FieldError[] {
  const ids = wishes.map((wish) => wish.entityId);
  return wishes
    .filter(({ entityId: id }, index) => ids.indexOf(id) < index)
    .map(({ entityId: id, at }) => ({
      pointer: toPointer([...at]),
      detail: `${id} is there twice`,
    }));
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ValidationError('The changes cannot be made', errors);
}
