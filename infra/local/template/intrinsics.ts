import { UnsupportedTemplateError } from './unsupported-error.ts';

/** What an intrinsic function may ask of the templates around it. */
export interface References {
  readonly ref: (logicalId: string) => unknown;
  readonly attribute: (logicalId: string, name: string) => string;
  readonly exported: (name: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapping: (map: string, top: string, second: string) => unknown;
}

/** `AWS::NoValue`: the property that holds it is as if not written. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (
  argument: unknown,
  resolve: (value: unknown) => unknown,
  known: References,
) => unknown;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, _resolve, known) => known.ref(String(name)),
  Condition: (name, _resolve, known) => known.condition(String(name)),
  'Fn::GetAtt': (argument, resolve, known) => {
    const [logicalId = '', ...name] =
      typeof argument === 'string' ? argument.split('.') : list(resolve(argument)).map(String);
    return known.attribute(logicalId, name.join('.'));
  },
  'Fn::ImportValue': (name, resolve, known) => known.exported(String(resolve(name))),
  'Fn::Join': (argument, resolve) => {
    const [separator, parts] = list(resolve(argument));
    return list(parts).map(String).join(String(separator));
  },
  'Fn::Select': (argument, resolve) => {
    const [index, values] = list(resolve(argument));
    return list(values)[Number(index)];
  },
  'Fn::Split': (argument, resolve) => {
    const [separator, text] = list(resolve(argument));
    return String(text).split(String(separator));
  },
  'Fn::Sub': substitute,
  'Fn::FindInMap': (argument, resolve, known) => {
    const [map, top, second] = list(resolve(argument)).map(String);
    return known.mapping(map ?? '', top ?? '', second ?? '');
  },
  'Fn::If': (argument, resolve, known) => {
    const [condition, then, otherwise] = list(argument);
    return resolve(known.condition(String(condition)) ? then : otherwise);
  },
  'Fn::Equals': (argument, resolve) => {
    const [left, right] = list(resolve(argument));
    return left === right;
  },
  'Fn::Not': (argument, resolve) => !list(resolve(argument))[0],
  'Fn::And': (argument, resolve) => list(resolve(argument)).every(Boolean),
  'Fn::Or': (argument, resolve) => list(resolve(argument)).some(Boolean),
  'Fn::Base64': (argument, resolve) => Buffer.from(String(resolve(argument))).toString('base64'),
};

/**
 * The value with every intrinsic function replaced by what it stands for.
 * @throws UnsupportedTemplateError for an intrinsic that is not known, naming it and its place.
 */
export function resolveIntrinsics(value: unknown, known: References, where: string): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item, index) => resolveIntrinsics(item, known, `${where}[${index}]`))
      .filter((item) => item !== NO_VALUE);
  }
  if (typeof value === 'string') return refuseDynamicReference(value, where);
  if (typeof value !== 'object' || value === null) return value;
  return resolveObject(value, known, where);
}

function resolveObject(value: object, known: References, where: string): unknown {
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined && isIntrinsic(name, argument)) {
    const intrinsic = INTRINSICS[name];
    if (!intrinsic)
      throw new UnsupportedTemplateError(where, `the intrinsic ${name} is not served`);
    return intrinsic(argument, (inner) => resolveIntrinsics(inner, known, where), known);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]): [string, unknown] => [
        key,
        resolveIntrinsics(item, known, `${where}.${key}`),
      ])
      .filter(([, item]) => item !== NO_VALUE),
  );
}

// IAM statements have a member `Condition` too, which is an object; CloudFormation's names one.
const isIntrinsic = (name: string, argument: unknown): boolean =>
  name.startsWith('Fn::') ||
  name === 'Ref' ||
  (name === 'Condition' && typeof argument === 'string');

function substitute(
  argument: unknown,
  resolve: (value: unknown) => unknown,
  known: References,
): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const given = new Map(Object.entries(Object(resolve(variables ?? {}))));
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (given.has(name)) return String(given.get(name));
    const [logicalId = '', ...attribute] = name.split('.');
    return attribute.length > 0
      ? known.attribute(logicalId, attribute.join('.'))
      : String(known.ref(name));
  });
}

function refuseDynamicReference(value: string, where: string): string {
  if (!value.includes('{{resolve:')) return value;
  throw new UnsupportedTemplateError(where, `the dynamic reference ${value} is not served`);
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
