import type { BusEvent } from './bus-event.ts';
import { isJsonObject } from './event-matchers.ts';
import type { RuleTarget } from './rule-properties.ts';

export interface InputContext {
  readonly ruleArn: string;
  readonly ruleName: string;
}

/** What a target gets of an event, as JSON text or as the text that a transformer makes. */
export type TargetInput = (event: BusEvent) => string;

/**
 * Compiles how a target wants its events. @throws Error for a path that is not supported
 * Source: "Amazon EventBridge input transformation", user guide.
 */
export function createTargetInput(target: RuleTarget, context: InputContext): TargetInput {
  const { Input: fixed, InputPath: path, InputTransformer: transformer } = target;
  if (fixed !== undefined) return () => fixed;
  if (path !== undefined) {
    const read = createPathReader(path);
    return (event) => JSON.stringify(read(event) ?? {});
  }
  if (transformer) return createTransformer(transformer, context);
  return (event) => JSON.stringify(event);
}

type Transformer = NonNullable<RuleTarget['InputTransformer']>;

function createTransformer(
  { InputPathsMap: paths, InputTemplate: template }: Transformer,
  { ruleArn, ruleName }: InputContext,
): TargetInput {
  const readers = new Map(
    Object.entries(paths).map(([name, path]) => [name, createPathReader(path)]),
  );
  const lookUp = (name: string, event: BusEvent): unknown => {
    if (name === 'aws.events.rule-arn') return ruleArn;
    if (name === 'aws.events.rule-name') return ruleName;
    if (name === 'aws.events.event' || name === 'aws.events.event.json') return event;
    if (name === 'aws.events.event.ingestion-time') return event.time;
    return readers.get(name)?.(event);
  };
  // Text literals first, so that a variable is known to stand inside or outside of one.
  const parts = template.match(/"(?:[^"\\]|\\.)*"|<[^<>"\s]+>|[^"<]+|[<"]/g) ?? [];
  const fill = (part: string, event: BusEvent) => {
    if (!part.startsWith('"')) return replaceVariables(part, (name) => json(lookUp(name, event)));
    return replaceVariables(part, (name) => inText(lookUp(name, event)));
  };
  return (event) => parts.map((part) => fill(part, event)).join('');
}

const replaceVariables = (part: string, lookUp: (name: string) => string) =>
  part.replace(/<([^<>"\s]+)>/g, (_, name: string) => lookUp(name));

const json = (value: unknown) => JSON.stringify(value ?? null);

/** Inside a text the value stands bare, escaped so that the text stays one. */
function inText(value: unknown): string {
  const bare = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return JSON.stringify(bare).slice(1, -1);
}

/** `$.detail.items[0].id`; wildcards, filters and slices are not supported. */
function createPathReader(path: string): (event: unknown) => unknown {
  if (!/^\$(\.[\w-]+|\[\d+\])*$/.test(path)) throw new Error(`Input path ${path} is not supported`);
  const steps = [...path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? index);
  return (event) => steps.reduce<unknown>((value, step) => child(value, step ?? ''), event);
}

function child(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
