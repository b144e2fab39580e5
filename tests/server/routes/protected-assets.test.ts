import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let guardian: string;
beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  guardian = await test.signInAs(['data_guardian']);
});
afterAll(() => test.close());

const call = (cookie: string, method: string, path: string, json?: unknown, version?: number) =>
  test.call(method, path, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });
const HOME = '/api/protected-assets';
const house = { kind: 'safe_house', name: 'Haven', contact: 'By the legal aid desk' };

async function district(kind: string): Promise<number> {
  const ring = [
    [30, -2],
    [31, -2],
    [31, -1],
    [30, -1],
    [30, -2],
  ];
  const json = { kind, name: `A ${kind}`, geometry: { type: 'Polygon', coordinates: [ring] } };
  return (await (await call(analyst, 'POST', '/api/areas', json)).json()).id;
}

describe('a place that could become a target', () => {
  it('is listed by an analyst, and read and changed by a guardian alone', async () => {
    const areaId = await district('district');
    const made = await call(analyst, 'POST', HOME, { ...house, areaId });
    expect(made.status).toBe(201);
    const { id } = await made.json();
    expect((await call(analyst, 'GET', HOME)).status).toBe(403);
    expect((await (await call(guardian, 'GET', HOME)).json()).items).toEqual([
      { ...house, id, areaId, version: 1 },
    ]);
    const moved = await call(guardian, 'PATCH', `${HOME}/${id}`, { contact: 'By the clinic' }, 1);
    expect(await moved.json()).toMatchObject({ contact: 'By the clinic', version: 2 });
    expect((await call(guardian, 'PATCH', `${HOME}/${id}`, { contact: 'x' }, 1)).status).toBe(412);
    expect((await call(guardian, 'DELETE', `${HOME}/${id}`)).status).toBe(204);
    expect((await (await call(guardian, 'GET', HOME)).json()).items).toEqual([]);
  });

  it('leaves neither its name nor its contact in the history', async () => {
    const entries = await test.store.audit.page({ objectKind: 'protected_asset' }, { limit: 100 });
    expect(entries.items.length).toBeGreaterThanOrEqual(3);
    for (const word of ['Haven', 'legal aid', 'clinic']) expect(JSON.stringify(entries)).not.toContain(word);
  });

  it('has no position, not in words and not in a small area', async () => {
    const position = { ...house, position: [30.5, -1.5] };
    expect((await call(analyst, 'POST', HOME, position)).status).toBe(400);
    expect((await call(analyst, 'POST', HOME, { ...house, contact: '-1.2921, 36.8219' })).status).toBe(400);
    const small = await call(analyst, 'POST', HOME, { ...house, areaId: await district('neighbourhood') });
    expect([small.status, (await small.json()).code]).toEqual([422, 'area_too_small']);
    const other = await call(analyst, 'POST', HOME, { ...house, kind: 'school' });
    expect([other.status, (await other.json()).code]).toEqual([422, 'unknown_kind']);
  });

  it.each([
    { kind: 'shelter', name: 'Haven' },
    { kind: 'Safe House', name: 'Haven' },
    { kind: 'other', name: 'Shelter of the sisters' },
    { kind: 'clinic', name: "Women's shelter of the hill" },
  ])('is refused as an asset of the map: %o', async (named) => {
    const reply = await call(analyst, 'POST', '/api/assets', { ...named, position: [30.5, -1.5] });
    expect([reply.status, (await reply.json()).code]).toEqual([422, 'never_mapped']);
    const school = await call(analyst, 'POST', '/api/assets', {
      kind: 'other',
      name: 'Hall',
      position: [30.5, -1.5],
    });
    const { id } = await school.json();
    expect((await call(analyst, 'PATCH', `/api/assets/${id}`, named, 1)).status).toBe(422);
  });
});

describe('a kind the workspace adds', () => {
  it('takes what is there of it off the map, everywhere and at once', async () => {
    const json = { kind: 'Mediation house', name: 'Quiet Hill', position: [30.123456, -1.654321] };
    await call(analyst, 'POST', '/api/assets', json);
    expect((await call(analyst, 'POST', `${HOME}/kinds`, { name: 'Mediation house' })).status).toBe(403);
    const added = await call(guardian, 'POST', `${HOME}/kinds`, { name: 'Mediation house' });
    expect(await added.json()).toEqual({ moved: 1 });
    expect(await (await call(analyst, 'GET', '/api/assets')).text()).not.toContain('Quiet Hill');
    expect((await (await call(guardian, 'GET', HOME)).json()).items).toMatchObject([
      { kind: 'mediation_house', name: 'Quiet Hill', areaId: null },
    ]);
    expect((await call(analyst, 'POST', '/api/assets', json)).status).toBe(422);
    expect((await call(guardian, 'POST', `${HOME}/kinds`, { name: 'Mediation house' })).status).toBe(409);
  });

  it('is taken off once nothing of it is listed; a built-in one never', async () => {
    expect((await call(guardian, 'DELETE', `${HOME}/kinds/shelter`)).status).toBe(409);
    const used = await call(guardian, 'DELETE', `${HOME}/kinds/mediation_house`);
    expect([used.status, (await used.json()).code]).toEqual([409, 'kind_in_use']);
    const [{ id }] = (await (await call(guardian, 'GET', HOME)).json()).items;
    await call(guardian, 'DELETE', `${HOME}/${id}`);
    expect((await call(guardian, 'DELETE', `${HOME}/kinds/mediation_house`)).status).toBe(204);
  });

  it('is known to everybody who adds assets, how many there are only to guardians', async () => {
    const kinds = async (cookie: string) =>
      (await (await call(cookie, 'GET', `${HOME}/kinds`)).json()).items as { listed: number | null }[];
    expect((await kinds(analyst)).every(({ listed }) => listed === null)).toBe(true);
    expect((await kinds(guardian)).every(({ listed }) => listed === 0)).toBe(true);
  });
});
