import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as z from 'zod';
import type { TestResponse } from '../http-client.ts';

/**
 * Holds an answer against what the API document says of its route, status and content type.
 * @param route such as `POST /conversation/0198…/process`, with or without a query
 * @throws Error naming what the document does not have, or where the body differs from it
 */
export function requireDescribed(route: string, response: TestResponse): void {
  const contentType = response.headers.get('content-type')?.split(';')[0] ?? '';
  const pointer = bodyPointer(route, response.status, contentType);
  const valid = validatorOf(pointer);
  if (valid(/[/+]json$/.test(contentType) ? response.body : response.text)) return;
  const where = `${route} → ${response.status}`;
  throw new Error(
    `${where} is not as described: ${ajv.errorsText(valid.errors)}\n${response.text}`,
  );
}

const reference = z.object({ $ref: z.string() });
const response = z.object({ content: z.record(z.string(), z.unknown()) });
const operation = z.object({ responses: z.record(z.string(), z.union([reference, response])) });
const pathItem = z.record(z.string(), operation);
const apiDocument = z.looseObject({
  paths: z.record(z.string(), pathItem),
  components: z.looseObject({ responses: z.record(z.string(), response) }),
});

const raw: unknown = JSON.parse(
  readFileSync(new URL('../../../templates/api/openapi.json', import.meta.url), 'utf8'),
);
const api = apiDocument.parse(raw);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(Object(raw), 'api', undefined, false);
const validators = new Map<string, ValidateFunction>();

function validatorOf(pointer: string): ValidateFunction {
  const known = validators.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
  validators.set(pointer, known);
  return known;
}

/** JSON pointer to the schema of a body in the document. */
function bodyPointer(route: string, status: number, contentType: string): string {
  const [method = '', target = ''] = route.split(' ');
  const path = templateOf(target.split('?')[0] ?? '', method.toLowerCase());
  const found = api.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
  if (!found) throw new Error(`${route} answered ${status}, which ${path} does not describe`);
  const named = '$ref' in found ? found.$ref.split('/').at(-1) : undefined;
  const described = '$ref' in found ? api.components.responses[named ?? ''] : found;
  if (!described?.content[contentType])
    throw new Error(`${route} answered ${status} as "${contentType}", which is not described`);
  const base = named
    ? ['components', 'responses', named]
    : ['paths', path, method.toLowerCase(), 'responses', String(status)];
  return [...base, 'content', contentType, 'schema'].map((step) => `/${escaped(step)}`).join('');
}

/** The path of the document that a request's path is an instance of; literal segments win. */
function templateOf(path: string, method: string): string {
  const candidates = Object.keys(api.paths).filter(
    (template) => matches(template, path) && api.paths[template]?.[method],
  );
  const [best] = candidates.toSorted((a, b) => variables(a) - variables(b));
  if (!best) throw new Error(`No route of the API document is ${method} ${path}`);
  return best;
}

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path);

const variables = (template: string): number => template.split('{').length - 1;

/** A step of a JSON pointer, fit for a URI fragment. */
const escaped = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
