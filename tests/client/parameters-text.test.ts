import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PARAMETER_NAMES } from '../../client/parameter-names.ts';
import { parametersText } from '../../client/parameters-text.ts';
import { runRequest } from '../../server/jobs/contract.ts';

interface Node {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
}

const intl = createIntl({ locale: 'en', onError: () => {} });

const document = z.toJSONSchema(runRequest, { io: 'input', unrepresentable: 'any' }) as Node & {
  readonly $defs?: Readonly<Record<string, Node>>;
};

function resolved(node: Node): Node[] {
  const name = node.$ref?.split('/').at(-1);
  const here = name ? (document.$defs?.[name] ?? {}) : node;
  const parts = [...(here.anyOf ?? []), ...(here.oneOf ?? []), ...(here.allOf ?? [])];
  return [here, ...parts.flatMap(resolved), ...(here.items ? resolved(here.items) : [])];
}

/** What is named inside a parameter, however deep. */
function innerNames(node: Node): string[] {
  return resolved(node).flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([name, part]) => [name, ...innerNames(part)]),
  );
}

/** Name and codes of every parameter that the server takes, as its contract says. */
const parameters = resolved(document)
  .flatMap(({ properties }) => (properties?.parameters ? resolved(properties.parameters) : []))
  .flatMap(({ properties }) => Object.entries(properties ?? {}))
  .map(([name, node]) => ({
    name,
    inner: innerNames(node),
    codes: resolved(node)
      .flatMap((each) => [...(each.enum ?? []), each.const])
      .filter((code) => typeof code === 'string'),
  }));

const textOf = (name: string, code: string) => parametersText(intl, { [name]: code });

describe('the parameters of an answer in words', () => {
  it('has a name for every parameter of every method', () => {
    expect(parameters.length).toBeGreaterThan(60);
    expect(parameters.map(({ name }) => name).filter((name) => !PARAMETER_NAMES[name])).toEqual([]);
  });

  it('has a name for everything that a parameter is made of', () => {
    const inner = [...new Set(parameters.flatMap(({ inner }) => inner))];
    expect(inner).toEqual(expect.arrayContaining(['before', 'after', 'from', 'to', 'within']));
    expect(inner.filter((name) => !PARAMETER_NAMES[name])).toEqual([]);
  });

  it('has words for every code', () => {
    const bare = parameters.flatMap(({ name, codes }) =>
      codes
        .filter((code) => textOf(name, code) === textOf(name, 'zz').replace('zz', code))
        .map((code) => `${name} ${code}`),
    );
    expect([...new Set(bare)]).toEqual([]);
  });

  it('writes kinds of assets as they are called, made-up ones too, and places of a zone', () => {
    const used = {
      kinds: ['transport_stop', 'tea_stall'],
      factors: [{ kind: 'street_light', within: 50 }],
      timezone: 'Atlantic/Cape_Verde',
      rings: [100, 200],
      includeSelf: true,
      cell: null,
    };
    expect(parametersText(intl, used)).toBe(
      'kinds of assets Transport stop; tea stall, factors kind Street light within (m) 50, time zone Atlantic/Cape Verde, rings (m) 100; 200, cell counts for itself yes',
    );
  });
});
