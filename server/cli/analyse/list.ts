/** What `--list` tells of every method. */
import type { Method } from './method.ts';
import type { Option } from './option.ts';
import { plain } from './plain.ts';

export interface ListedParameter {
  name: string;
  type: Option<unknown>['type'];
  about: string;
  unit: string | null;
  default: unknown;
  required: boolean;
  allowed: string;
}

export interface ListedMethod {
  name: string;
  question: string;
  /** What it reads: a CSV file, or its options alone. */
  input: 'table' | 'options';
  parameters: ListedParameter[];
}

export function listed(methods: readonly Method[]): ListedMethod[] {
  return methods.map(({ name, question, readsTable, options }) => ({
    name,
    question,
    input: readsTable ? 'table' : 'options',
    parameters: Object.entries(options).map(
      ([option, { type, about, unit, standard, required, allowed }]) => ({
        name: option,
        type,
        about,
        unit,
        default: plain(standard),
        required,
        allowed,
      }),
    ),
  }));
}

export function listInWords(methods: readonly Method[]): string {
  return listed(methods).map(methodInWords).join('\n\n');
}

export function methodInWords({ name, question, input, parameters }: ListedMethod): string {
  const head = `${name}${input === 'table' ? ' FILE' : ''}: ${question}`;
  return [head, ...parameters.map(parameterInWords)].join('\n');
}

function parameterInWords({ name, about, unit, required, allowed, ...rest }: ListedParameter): string {
  const standard = rest.default === null ? '' : `; ${String(rest.default)} when left out`;
  const need = required ? '; needed' : '';
  return `  --${name}  ${about}${unit ? ` (${unit})` : ''}: ${allowed}${standard}${need}`;
}
