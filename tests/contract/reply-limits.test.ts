/** No reply is without an end: a list has pages, and what is listed inside of a record says how much of it there can be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Described, describedRoutes, type JsonSchema } from '../fixtures/described-routes.ts';
import { createTestApp, type TestApp } from '../fixtures/test-app.ts';

let test: TestApp;
let described: Described;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  await test.signInAs(['analyst']);
  await test.signInAs(['secretary']);
  described = await describedRoutes(test, cookie);
});
afterAll(() => test.close());

/** The corners of a shape are counted by `polygon-check.ts`, and what a method finds by the method. */
const COUNTED_ELSEWHERE = ['/coordinates', '/summary'];

/** Every list of a schema of which nothing says how long it may be, each with its place. */
function endless(schema: JsonSchema, place: string, inside: readonly string[] = []): string[] {
  if (COUNTED_ELSEWHERE.some((ending) => place.endsWith(ending))) return [];
  if (schema.$ref !== undefined) {
    if (inside.includes(schema.$ref)) return [];
    return endless(described.resolve(schema), place, [...inside, schema.$ref]);
  }
  const own = schema.type === 'array' && schema.maxItems === undefined && !schema.prefixItems ? [place] : [];
  const parts: [string, JsonSchema][] = [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(
      (one): [string, JsonSchema] => ['', one],
    ),
    ...Object.entries(schema.properties ?? {}).map(([name, one]): [string, JsonSchema] => [`/${name}`, one]),
    ...(schema.items ? [['/*', schema.items] as [string, JsonSchema]] : []),
  ];
  return [...own, ...parts.flatMap(([name, part]) => endless(part, place + name, inside))];
}

const asked = () => described.routes.filter(({ method, reply }) => method === 'GET' && reply !== null);
const hasPages = ({ parameters }: Described['routes'][number]) =>
  ['after', 'limit'].every((name) => parameters.some((one) => one.in === 'query' && one.name === name));

interface Page {
  items: unknown[];
  next: string | null;
}

async function pageOf(path: string, query: string): Promise<Page | null> {
  const reply = await test.call('GET', `${path}?${query}`, { cookie });
  const body: Partial<Page> = reply.ok ? await reply.json() : {};
  return body.items === undefined ? null : { items: body.items, next: body.next ?? null };
}

describe('replies', () => {
  it('have an end in every list, or pages', () => {
    const found = asked()
      .filter((route) => !hasPages(route))
      .flatMap(({ path, reply }) => (reply ? endless(reply, path) : []));
    expect(asked().length).toBeGreaterThan(60);
    expect(found).toEqual([]);
  });

  it('give the same one by one as all at once, at every list with pages', async () => {
    const walked: string[] = [];
    for (const { path } of asked().filter((route) => hasPages(route) && !route.path.includes('{'))) {
      const all = await pageOf(path, 'limit=200');
      // The log grows with every look at it.
      if (all === null || path === '/api/audit') continue;
      const found: unknown[] = [];
      for (let next: string | null = ''; next !== null && found.length <= all.items.length; ) {
        const page: Page | null = await pageOf(path, next === '' ? 'limit=1' : `limit=1&after=${next}`);
        expect(page?.items.length, path).toBeLessThanOrEqual(1);
        found.push(...(page?.items ?? []));
        next = page?.next ?? null;
      }
      expect(found, path).toEqual(all.items);
      if (found.length > 1) walked.push(path);
    }
    expect(walked.sort()).toEqual(['/api/people', '/api/protected-assets/kinds', '/api/response-cards']);
  });

  it('would be found endless', () => {
    const wrong: JsonSchema = { type: 'object', properties: { items: { type: 'array', items: {} } } };
    expect(endless(wrong, 'here')).toEqual(['here/items']);
  });
});
