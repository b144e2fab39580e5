/** Nothing that a client sends is without an end: every text, list and number of the document says how large it may be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Described, describedRoutes, type JsonSchema } from '../fixtures/described-routes.ts';
import { createTestApp, type TestApp } from '../fixtures/test-app.ts';

let test: TestApp;
let described: Described;
beforeAll(async () => {
  test = await createTestApp();
  described = await describedRoutes(test, await test.signIn());
});
afterAll(() => test.close());

/** What is without an end in a schema, each with its place. */
function endless(schema: JsonSchema, place: string, inside: readonly string[] = []): string[] {
  if (schema.$ref !== undefined) {
    if (inside.includes(schema.$ref)) return [`${place}: holds itself`];
    return endless(described.resolve(schema), place, [...inside, schema.$ref]);
  }
  const own = schema.enum || schema.const !== undefined ? null : whatIsEndless(schema);
  const parts: [string, JsonSchema][] = [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(
      (one): [string, JsonSchema] => ['', one],
    ),
    ...(schema.prefixItems ?? []).map((one, i): [string, JsonSchema] => [`/${i}`, one]),
    ...Object.entries(schema.properties ?? {}).map(([name, one]): [string, JsonSchema] => [`/${name}`, one]),
    ...(schema.items ? [['/*', schema.items] as [string, JsonSchema]] : []),
    ...(schema.propertyNames ? [['/name', schema.propertyNames] as [string, JsonSchema]] : []),
    ...(typeof schema.additionalProperties === 'object'
      ? [['/value', schema.additionalProperties] as [string, JsonSchema]]
      : []),
  ];
  return [
    ...(own === null ? [] : [`${place}: ${own}`]),
    ...parts.flatMap(([name, part]) => endless(part, place + name, inside)),
  ];
}

function whatIsEndless(schema: JsonSchema): string | null {
  if (schema.type === 'string')
    return schema.maxLength !== undefined || isOfOneLength(schema) ? null : 'a text of any length';
  if (schema.type === 'array') return schema.maxItems === undefined ? 'a list of any length' : null;
  if (schema.type === 'number' || schema.type === 'integer') {
    const from = schema.minimum ?? schema.exclusiveMinimum;
    const to = schema.maximum ?? schema.exclusiveMaximum;
    return from === undefined || to === undefined ? 'a number of any size' : null;
  }
  if (schema.type === 'object')
    return schema.properties || schema.maxProperties !== undefined ? null : 'an object with any fields';
  const isChoice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  return schema.type === undefined && !isChoice ? 'anything' : null;
}

/** A pattern from beginning to end in which nothing may be repeated without end. */
function isOfOneLength({ pattern, format }: JsonSchema): boolean {
  if (format === 'date') return true;
  if (!pattern?.startsWith('^') || !pattern.endsWith('$')) return false;
  return !/[*+]|\{\d+,\}/.test(pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''));
}

describe('requests', () => {
  it('have an end in every part', () => {
    const all = described.routes.flatMap(({ method, path, parameters, body }) => [
      ...parameters
        .filter((parameter) => parameter.in !== 'header')
        .flatMap(({ name, schema }) => endless(schema, `${method} ${path} ?${name}`)),
      ...(body ? endless(body, `${method} ${path} `) : []),
    ]);
    expect(described.routes.filter(({ body }) => body !== null).length).toBeGreaterThan(25);
    expect(all).toEqual([]);
  });

  it('would be found endless', () => {
    const wrong: JsonSchema[] = [
      { type: 'string' },
      { type: 'string', pattern: '^a+$' },
      { type: 'string', pattern: 'a' },
      { type: 'array', items: { type: 'string', maxLength: 1 } },
      { type: 'integer', minimum: 0 },
      { type: 'object' },
      {},
    ];
    for (const schema of wrong) expect(endless(schema, 'here'), JSON.stringify(schema)).toHaveLength(1);
  });
});
