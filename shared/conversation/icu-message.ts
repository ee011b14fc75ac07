/** A compiled ICU message. Values are inserted as they are: they are text, never a message themselves. */
export type IcuMessage = (values: IcuValues) => string;
export type IcuValues = Readonly<Record<string, string | number | boolean>>;

interface Cursor {
  readonly source: string;
  at: number;
}

/**
 * Compiles the part of ICU MessageFormat that our catalogues use: `{name}`, `{name, select, …}` and
 * `{name, plural, …}` with `#`, exact matches (`=1`) and `''` for an apostrophe. Tests hold it to
 * intl-messageformat, whose parser alone would be a tenth of a function's bundle.
 * @throws SyntaxError for anything else.
 */
export function compileIcu(source: string, language: string): IcuMessage {
  const cursor = { source, at: 0 };
  const message = readMessage(cursor, language, null);
  if (cursor.at < source.length) throw new SyntaxError(`Unbalanced brace in "${source}"`);
  return message;
}

/** Text and arguments up to the end or the brace that closes the option. `counted` is what # stands for. */
function readMessage(cursor: Cursor, language: string, counted: string | null): IcuMessage {
  const parts: IcuMessage[] = [];
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== '}') {
    parts.push(
      cursor.source[cursor.at] === '{'
        ? readArgument(cursor, language)
        : readText(cursor, language, counted),
    );
  }
  return (values) => parts.map((part) => part(values)).join('');
}

function readText(cursor: Cursor, language: string, counted: string | null): IcuMessage {
  const text = /^(?:(?:''|[^{}#])+|#)/.exec(cursor.source.slice(cursor.at))?.[0] ?? '';
  cursor.at += text.length;
  if (text !== '#' || counted === null) return () => text.replaceAll("''", "'");
  const number = new Intl.NumberFormat(language);
  return (values) => number.format(Number(values[counted]));
}

function readArgument(cursor: Cursor, language: string): IcuMessage {
  const head = /^\{\s*(\w+)\s*(?:,\s*(select|plural)\s*,\s*|(?=\}))/.exec(
    cursor.source.slice(cursor.at),
  );
  const [whole, name, kind] = head ?? [];
  if (!whole || !name) throw new SyntaxError(`Not an argument in "${cursor.source}"`);
  cursor.at += whole.length;
  const options = kind ? readOptions(cursor, language, kind === 'plural' ? name : null) : null;
  expectBrace(cursor, '}');
  if (!options) return (values) => String(values[name] ?? '');
  const rules = kind === 'plural' ? new Intl.PluralRules(language) : null;
  return (values) => choose(options, values[name], rules)(values);
}

function readOptions(cursor: Cursor, language: string, counted: string | null) {
  const options = new Map<string, IcuMessage>();
  for (;;) {
    const option = /^\s*([\w=]+)\s*(?=\{)/.exec(cursor.source.slice(cursor.at));
    if (!option?.[1]) break;
    cursor.at += option[0].length + 1;
    options.set(option[1], readMessage(cursor, language, counted));
    expectBrace(cursor, '}');
  }
  cursor.at += /^\s*/.exec(cursor.source.slice(cursor.at))?.[0].length ?? 0;
  if (!options.has('other')) throw new SyntaxError(`No "other" in "${cursor.source}"`);
  return options;
}

function choose(
  options: ReadonlyMap<string, IcuMessage>,
  value: IcuValues[string] | undefined,
  rules: Intl.PluralRules | null,
): IcuMessage {
  const exact = options.get(rules ? `=${value}` : String(value));
  const byRule = rules ? options.get(rules.select(Number(value))) : undefined;
  return exact ?? byRule ?? options.get('other') ?? (() => '');
}

function expectBrace(cursor: Cursor, brace: string): void {
  if (cursor.source[cursor.at] !== brace)
    throw new SyntaxError(`Unbalanced brace in "${cursor.source}"`);
  cursor.at += 1;
}
