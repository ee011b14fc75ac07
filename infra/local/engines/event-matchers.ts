import { BlockList, isIP } from 'node:net';
import { EventPatternError } from './event-pattern-error.ts';

/** Tests one scalar of the event; `absent` is the one test that needs no value. */
export type ValueMatcher = ((value: unknown) => boolean) | 'absent';

type ScalarTest = (value: unknown) => boolean;
type Path = readonly string[];

export const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value of a pattern's leaf: a literal, or an object with one comparison operator. */
export function createValueMatcher(pattern: unknown, path: Path): ValueMatcher {
  if (!isJsonObject(pattern)) return literal(pattern, path);
  const [[operator, operand] = [''], ...more] = Object.entries(pattern);
  const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!compile || more.length > 0) {
    throw new EventPatternError(`has an unknown comparison ${JSON.stringify(pattern)}`, path);
  }
  return compile(operand, path);
}

const OPERATORS: Readonly<Record<string, (operand: unknown, path: Path) => ValueMatcher>> = {
  exists: (operand, path) => {
    if (typeof operand !== 'boolean') throw wrongOperand('exists', path);
    return operand ? () => true : 'absent';
  },
  'equals-ignore-case': (operand, path) => ignoreCase(text(operand, path)),
  prefix: (operand, path) => affix('startsWith', operand, path),
  suffix: (operand, path) => affix('endsWith', operand, path),
  wildcard: (operand, path) => wildcard(text(operand, path), path),
  numeric: (operand, path) => numeric(operand, path),
  cidr: (operand, path) => cidr(text(operand, path), path),
  'anything-but': (operand, path) => anythingBut(operand, path),
};

function literal(pattern: unknown, path: Path): ScalarTest {
  if (Array.isArray(pattern)) throw new EventPatternError('has an array in its values', path);
  return (value) => value === pattern;
}

function text(operand: unknown, path: Path): string {
  if (typeof operand !== 'string') throw new EventPatternError('compares with no text', path);
  return operand;
}

const wrongOperand = (operator: string, path: Path) =>
  new EventPatternError(`has a wrong operand for ${operator}`, path);

const onText =
  (test: (value: string) => boolean): ScalarTest =>
  (value) =>
    typeof value === 'string' && test(value);

const ignoreCase = (expected: string) =>
  onText((value) => value.toLowerCase() === expected.toLowerCase());

/** `{"prefix": "a"}` or `{"prefix": {"equals-ignore-case": "a"}}`; suffix alike. */
function affix(method: 'startsWith' | 'endsWith', operand: unknown, path: Path): ScalarTest {
  if (!isJsonObject(operand)) {
    const expected = text(operand, path);
    return onText((value) => value[method](expected));
  }
  const expected = text(operand['equals-ignore-case'], path).toLowerCase();
  return onText((value) => value.toLowerCase()[method](expected));
}

/** `*` is any run of characters, `\*` a star and `\\` a backslash. */
function wildcard(pattern: string, path: Path): ScalarTest {
  const tokens: readonly string[] = pattern.match(/\\[*\\]|\\|\*|[^*\\]+/g) ?? [];
  if (tokens.includes('\\')) throw new EventPatternError('has a stray backslash', path);
  if (tokens.some((token, at) => token === '*' && tokens[at + 1] === '*')) {
    throw new EventPatternError('has two wildcards in a row', path);
  }
  const source = tokens.map((token) => (token === '*' ? '.*' : escaped(token.replace(/^\\/, ''))));
  const expression = new RegExp(`^${source.join('')}$`, 's');
  return onText((value) => expression.test(value));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** `[">", 0, "<=", 5]`: pairs of comparison and bound, all of which must hold. */
function numeric(operand: unknown, path: Path): ScalarTest {
  if (!Array.isArray(operand) || operand.length === 0) throw wrongOperand('numeric', path);
  const tests = Array.from({ length: Math.ceil(operand.length / 2) }, (_, pair) => {
    const compare = COMPARISONS[String(operand[2 * pair])];
    const bound: unknown = operand[2 * pair + 1];
    if (!compare || typeof bound !== 'number') throw wrongOperand('numeric', path);
    return (value: number) => compare(value, bound);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

const ADDRESS_BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

function cidr(range: string, path: Path): ScalarTest {
  const [network = '', bits = ''] = range.split('/');
  const version = isIP(network);
  if (!/^\d+$/.test(bits) || Number(bits) > (ADDRESS_BITS[version] ?? -1))
    throw wrongOperand('cidr', path);
  const block = new BlockList();
  const family = version === 4 ? 'ipv4' : 'ipv6';
  block.addSubnet(network, Number(bits), family);
  return onText((value) => isIP(value) === version && block.check(value, family));
}

const REFUSABLE = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];

/** Anything but a value, any of a list, or what one of four operators would match. */
function anythingBut(operand: unknown, path: Path): ScalarTest {
  const refused = isJsonObject(operand) ? refusedBy(operand, path) : [operand].flat();
  if (refused.length === 0) throw wrongOperand('anything-but', path);
  const tests = refused.map((pattern) => scalarTest(createValueMatcher(pattern, path), path));
  return (value) => tests.every((test) => !test(value));
}

/** `{"prefix": ["a", "b"]}` → `[{"prefix": "a"}, {"prefix": "b"}]`. */
function refusedBy(operand: Readonly<Record<string, unknown>>, path: Path): readonly unknown[] {
  const [[operator, values] = [''], ...more] = Object.entries(operand);
  if (more.length > 0 || !REFUSABLE.includes(operator)) throw wrongOperand('anything-but', path);
  return [values].flat().map((value) => ({ [operator]: value }));
}

function scalarTest(matcher: ValueMatcher, path: Path): ScalarTest {
  if (matcher === 'absent') throw wrongOperand('anything-but', path);
  return matcher;
}
