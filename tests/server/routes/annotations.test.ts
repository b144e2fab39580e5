import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

const call = (method: string, path: string, json?: unknown, version?: number) =>
  test.call(method, `/api/annotations${path}`, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });

describe('annotations', () => {
  it('stand on the map or belong to a case', async () => {
    const problem = await (
      await test.call('POST', '/api/problems', { cookie, json: { title: 'Lamps' } })
    ).json();
    const point = { type: 'Point', coordinates: [1, 2] };
    const onMap = await (await call('POST', '', { text: 'Dark corner', geometry: point })).json();
    const note = await (await call('POST', '', { text: 'Asked the council', problemId: problem.id })).json();
    expect(onMap).toMatchObject({ geometry: point, problemId: null });
    expect((await (await call('GET', '')).json()).items).toHaveLength(2);
    expect((await (await call('GET', `?problem=${problem.id}`)).json()).items).toEqual([note]);
  });

  it('belong only to a case that is there', async () => {
    expect((await call('POST', '', { text: 'x', problemId: 'nowhere' })).status).toBe(404);
  });

  it('keep what looks like HTML as text', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const made = await call('POST', '', { text });
    expect(made.headers.get('content-type')).toContain('application/json');
    expect((await made.json()).text).toBe(text);
  });

  it('are changed from their newest version, deleted and restored', async () => {
    const { id } = await (await call('POST', '', { text: 'One' })).json();
    expect(await (await call('PATCH', `/${id}`, { text: 'Two' }, 1)).json()).toMatchObject({
      text: 'Two',
      version: 2,
    });
    expect((await call('PATCH', `/${id}`, { text: 'Three' }, 1)).status).toBe(412);
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    expect((await call('PATCH', `/${id}`, { text: 'Three' }, 2)).status).toBe(404);
    expect((await (await call('POST', `/${id}/restore`)).json()).text).toBe('Two');
  });
});
