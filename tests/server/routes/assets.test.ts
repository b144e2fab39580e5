import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterAll(() => test.close());

const call = (method: string, path: string, json?: unknown, version?: number) =>
  test.call(method, `/api/assets${path}`, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });

describe('community assets', () => {
  it('are added, changed, deleted and restored', async () => {
    const school = { name: 'Hill School', kind: 'school', position: [30.1, -1.9] };
    const made = await call('POST', '', school);
    expect(made.status).toBe(201);
    const { id } = await made.json();
    expect((await (await call('GET', '')).json()).items).toMatchObject([{ ...school, version: 1 }]);
    expect(await (await call('PATCH', `/${id}`, { name: 'Hill Primary' }, 1)).json()).toMatchObject({
      version: 2,
    });
    expect((await call('PATCH', `/${id}`, { name: 'x' }, 1)).status).toBe(412);
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    expect((await (await call('GET', '')).json()).items).toEqual([]);
    expect((await (await call('POST', `/${id}/restore`)).json()).name).toBe('Hill Primary');
  });

  it('must lie on the earth', async () => {
    expect((await call('POST', '', { name: 'x', kind: 'school', position: [181, 0] })).status).toBe(400);
  });
});
