/**
 * What a style expression says of one feature. As much of the language as the layers of this client are written in;
 * a word it does not know gives undefined, and the caller its default.
 */
export interface ExpressionContext {
  readonly zoom: number;
  readonly geometryType: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Operator = (args: readonly unknown[], context: ExpressionContext) => unknown;

export function evaluate(expression: unknown, context: ExpressionContext): unknown {
  if (!Array.isArray(expression) || typeof expression[0] !== 'string') return expression;
  const [name, ...args]: unknown[] = expression;
  return OPERATORS[String(name)]?.(args, context);
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  literal: ([value]) => value,
  get: ([name], { properties }) => properties[String(name)],
  has: ([name], { properties }) => Object.hasOwn(properties, String(name)),
  zoom: (_, { zoom }) => zoom,
  'geometry-type': (_, { geometryType }) => geometryType,
  '==': both((a, b) => a === b),
  '!=': both((a, b) => a !== b),
  '>': both((a, b) => Number(a) > Number(b)),
  '>=': both((a, b) => Number(a) >= Number(b)),
  '<': both((a, b) => Number(a) < Number(b)),
  '<=': both((a, b) => Number(a) <= Number(b)),
  '!': ([value], context) => !evaluate(value, context),
  all: (args, context) => args.every((each) => Boolean(evaluate(each, context))),
  any: (args, context) => args.some((each) => Boolean(evaluate(each, context))),
  in: both((needle, hay) =>
    Array.isArray(hay) || typeof hay === 'string' ? hay.includes(needle as never) : false,
  ),
  '*': numbers((all) => all.reduce((a, b) => a * b, 1)),
  '+': numbers((all) => all.reduce((a, b) => a + b, 0)),
  '-': numbers(([a, b = 0]) => a - b),
  '/': numbers(([a, b]) => a / b),
  max: numbers((all) => Math.max(...all)),
  min: numbers((all) => Math.min(...all)),
  sqrt: numbers(([a]) => Math.sqrt(a)),
  coalesce: (args, context) =>
    args.map((each) => evaluate(each, context)).find((each) => each !== null && each !== undefined),
  'to-string': ([value], context) => String(evaluate(value, context) ?? ''),
  downcase: ([value], context) => String(evaluate(value, context) ?? '').toLowerCase(),
  concat: (args, context) => args.map((each) => String(evaluate(each, context) ?? '')).join(''),
  case: whenTrue,
  match,
  step,
  interpolate,
};

function both(judge: (a: unknown, b: unknown) => unknown): Operator {
  return ([a, b], context) => judge(evaluate(a, context), evaluate(b, context));
}

function numbers(sum: (all: number[]) => number): Operator {
  return (args, context) => sum(args.map((each) => Number(evaluate(each, context))));
}

function whenTrue(args: readonly unknown[], context: ExpressionContext): unknown {
  for (let i = 0; i + 1 < args.length; i += 2)
    if (evaluate(args[i], context)) return evaluate(args[i + 1], context);
  return evaluate(args.at(-1), context);
}

function match([input, ...pairs]: readonly unknown[], context: ExpressionContext): unknown {
  const value = evaluate(input, context);
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const label = pairs[i];
    if (Array.isArray(label) ? label.includes(value) : label === value)
      return evaluate(pairs[i + 1], context);
  }
  return evaluate(pairs.at(-1), context);
}

function step([input, first, ...stops]: readonly unknown[], context: ExpressionContext): unknown {
  const value = Number(evaluate(input, context));
  let found: unknown = first;
  for (let i = 0; i + 1 < stops.length; i += 2) if (value >= Number(stops[i])) found = stops[i + 1];
  return evaluate(found, context);
}

/** Numbers between their stops; colours take the nearer stop. */
function interpolate([kind, input, ...stops]: readonly unknown[], context: ExpressionContext): unknown {
  const value = Number(evaluate(input, context));
  const at = (i: number) => Number(stops[2 * i]);
  const outputOf = (i: number) => evaluate(stops[2 * i + 1], context);
  const last = stops.length / 2 - 1;
  if (!(value > at(0))) return outputOf(0);
  if (value >= at(last)) return outputOf(last);
  let i = 0;
  while (value >= at(i + 1)) i++;
  const share = shareOf(baseOf(kind), value - at(i), at(i + 1) - at(i));
  const [a, b] = [outputOf(i), outputOf(i + 1)];
  if (typeof a === 'number' && typeof b === 'number') return a + (b - a) * share;
  return share < 0.5 ? a : b;
}

const baseOf = (kind: unknown): number =>
  Array.isArray(kind) && kind[0] === 'exponential' ? Number(kind[1]) : 1;

const shareOf = (base: number, done: number, whole: number): number =>
  base === 1 ? done / whole : (base ** done - 1) / (base ** whole - 1);
