import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterAll(() => test.close());

const get = (path: string) => test.call('GET', path, { cookie });

describe('the API page', () => {
  it('comes whole from this server and runs under its policy', async () => {
    const page = await (await get('/api/docs')).text();
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      expect(address).toMatch(/^\/api\/docs\//);
      expect((await get(address)).status, address).toBe(200);
    }
    expect(page).not.toMatch(/<script>|https?:/);
  });

  it('gives only its own files', async () => {
    for (const file of ['package.json', '..%2Fpackage.json', '__proto__', 'constructor'])
      expect((await get(`/api/docs/${file}`)).status).toBe(404);
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1 and every reference in it leads somewhere', async () => {
    const text = await (await get('/api/openapi.json')).text();
    const document = JSON.parse(text);
    expect(document.openapi).toBe('3.1.0');
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]));
    expect(references.size).toBeGreaterThan(10);
    for (const reference of references) {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1];
      expect(document.components.schemas, reference).toHaveProperty([name ?? reference]);
    }
  });

  it('describes every route with what goes right and what goes wrong', async () => {
    const { paths } = await (await get('/api/openapi.json')).json();
    for (const [path, methods] of Object.entries<Record<string, { summary?: string; responses: object }>>(
      paths,
    ))
      for (const [method, { summary, responses }] of Object.entries(methods)) {
        expect(summary, `${method} ${path}`).toMatch(/./);
        const statuses = Object.keys(responses).map(Number);
        expect(
          statuses.some((status) => status < 300),
          `${method} ${path}`,
        ).toBe(true);
        expect(
          statuses.some((status) => status >= 400),
          `${method} ${path}`,
        ).toBe(true);
      }
  });

  it('speaks of no other machine', async () => {
    const { servers } = await (await get('/api/openapi.json')).json();
    expect(servers).toBeUndefined();
  });
});
