import * as z from 'zod';
import { namedSchemas } from './named-schemas.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;
/** Whether a schema describes what a client sends or what it gets: defaults are optional in one only. */
export type Direction = 'input' | 'output';

const COMPONENTS = '#/components/schemas/';
/** Any JSON value: what zod spells as a recursive union. */
const JSON_VALUE = 'JsonValue';

/** Turns zod schemas into JSON Schema 2020-12 and keeps the named ones once, as components. */
export class SchemaBook {
  readonly #components = new Map<string, JsonSchema>([
    [JSON_VALUE, { description: 'Any JSON value' }],
  ]);

  /** The schema, with references to the components it uses. */
  describe(schema: z.ZodType, io: Direction): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...described
    } = z.toJSONSchema(schema, {
      io,
      metadata: namedSchemas,
      override: ({ zodSchema, jsonSchema }) => tidy(zodSchema, jsonSchema),
    });
    for (const [name, definition] of Object.entries($defs)) this.#keep(name, definition);
    return pointedAtComponents(described);
  }

  /** Every component that was referred to, by name. */
  components(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#components].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  #keep(name: string, definition: JsonSchema): void {
    if (isAnonymous(name)) {
      requireJsonValue(definition);
      return;
    }
    const { id: _, ...described } = pointedAtComponents(definition);
    const known = this.#components.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(described))
      throw new TypeError(`${name} is one thing in requests and another in answers: name it twice`);
    this.#components.set(name, described);
  }
}

const isAnonymous = (name: string): boolean => name.startsWith('__schema');

function requireJsonValue({ anyOf }: JsonSchema): void {
  const types = anyOf?.map((option) => (typeof option === 'object' ? option.type : option));
  if (types?.join() !== 'string,number,boolean,null,array,object')
    throw new TypeError('A recursive schema needs a name');
}

/** Answers may gain fields, so only what is declared strict is closed; and no noise of the runtime. */
function tidy({ _zod: { def } }: z.core.$ZodTypes, schema: JsonSchema): void {
  if (def.type === 'object' && !def.catchall) delete schema.additionalProperties;
  if (def.type === 'record' && typeof schema.propertyNames === 'object') {
    if (Object.keys(schema.propertyNames).join() === 'type') delete schema.propertyNames;
  }
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

function pointedAtComponents(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema);
  return JSON.parse(
    text.replace(/"#\/\$defs\/([^"]+)"/g, (_, name: string) =>
      JSON.stringify(COMPONENTS + (isAnonymous(name) ? JSON_VALUE : name)),
    ),
  );
}
