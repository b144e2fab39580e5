import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCategory, addDataset, load, square, tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let guardian: string;
let publisher: string;

/** Incidents in four squares: [square, month of 2024, how many]. */
const CALLS: readonly [number, number, number][] = [
  [0, 1, 20],
  [0, 2, 3],
  [1, 1, 12],
  [1, 2, 9],
  [2, 1, 30],
  [2, 2, 31],
  [3, 1, 6],
];

const secondsOf = (instant: string) => Date.parse(instant) / 1000;

beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst'], 'Ana');
  guardian = await test.signInAs(['data_guardian'], 'Gus');
  publisher = await test.signInAs(['publisher'], 'Pia');
  await addCategory(test.store, 1);
  const areas = [0, 1, 2, 3].map((k) => ({
    name: `District ${k}`,
    kind: 'district' as const,
    geometry: square(k, 0, 1),
    parentId: null,
    datasetId: null,
    sourceId: null,
    timezone: null,
    population: null,
    dwellings: null,
  }));
  for (const area of areas) await test.store.areas.create(area, { actor: null, at: '2025-01-01T00:00:00Z' });
  const { id } = await addDataset(test.store, 'Calls');
  const incidents = CALLS.flatMap(([area, month, count]) =>
    Array.from({ length: count }, (_, i) => ({
      position: [area + 0.1 + i / 100, 0.5] as [number, number],
      from: secondsOf(`2024-0${month}-${String((i % 28) + 1).padStart(2, '0')}T12:00:00Z`),
    })),
  );
  await load(test.store, id, incidents);
});
afterAll(() => test.close());

async function call(method: string, path: string, cookie?: string, json?: unknown, version?: number) {
  const headers = version === undefined ? undefined : { 'If-Match': `"${version}"` };
  const reply = await test.call(method, `/api${path}`, { cookie, json, headers });
  const text = await reply.text();
  return { status: reply.status, text, body: text === '' ? null : JSON.parse(text) };
}

const WISH = {
  title: 'Calls by district',
  areaKind: 'district',
  from: '2024-01',
  to: '2024-02',
  step: 'month',
};
const prepare = (wish: object = {}, cookie = analyst) =>
  call('POST', '/publications', cookie, { ...WISH, ...wish });

/** Count by area and period; '-' for what is not shown. */
async function figuresOf(path: string, cookie?: string): Promise<Record<string, number | '-'>> {
  const { body } = await call('GET', path, cookie);
  return Object.fromEntries(
    body.figures.map(({ area, period, count }: { area: number; period: number; count: number | null }) => [
      `${area ?? 'all'}/${period ?? 'all'}`,
      count ?? '-',
    ]),
  );
}

describe('a publication', () => {
  it('hides small figures, and those that would give them away', async () => {
    const { status, body } = await prepare();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'prepared',
      sheet: { least: 5, figures: 15, small: 1, incidents: 111, elsewhere: 0, comparedWith: [] },
    });
    const figures = await figuresOf(`/publications/${body.id}/table`, analyst);
    // 3 is small; 23 and 20 would give it away in its row, 43 and 9, 31 in its column.
    expect(figures['0/1']).toBe('-');
    const rowGivesItAway = figures['0/0'] !== '-' && figures['0/all'] !== '-';
    const columnGivesItAway = figures['1/1'] !== '-' && figures['2/1'] !== '-' && figures['all/1'] !== '-';
    expect(rowGivesItAway || columnGivesItAway).toBe(false);
    expect(figures['2/all']).toBe(61);
    expect(figures['3/1']).toBe(0);
    expect(body.sheet.secondary).toBe(Object.values(figures).filter((count) => count === '-').length - 1);
    expect(body.sheet.worstCase).toBeGreaterThanOrEqual(5);
  });

  it('is let out by two persons, and read by everybody then', async () => {
    const { body: made } = await prepare({ title: 'By quarter year', step: 'whole' });
    expect((await call('GET', `/published/${made.id}`)).status).toBe(404);
    expect((await call('POST', `/publications/${made.id}/release`, publisher, undefined, 1)).status).toBe(
      409,
    );
    const approved = await call('POST', `/publications/${made.id}/approve`, guardian, undefined, 1);
    expect(approved.body).toMatchObject({ state: 'approved', version: 2 });
    expect((await call('GET', '/published')).body.items).toEqual([]);
    const released = await call('POST', `/publications/${made.id}/release`, publisher, undefined, 2);
    expect(released.body).toMatchObject({ state: 'released', version: 3 });
    const { items } = (await call('GET', '/publications', publisher)).body;
    const names = await Promise.all(
      [analyst, guardian, publisher].map(async (who) => (await call('GET', '/session', who)).body.user.name),
    );
    expect(items.find(({ id }: { id: string }) => id === made.id)).toMatchObject({
      preparer: names[0],
      approver: names[1],
      releaser: names[2],
      striker: null,
    });
    const { body, text } = await call('GET', '/published');
    expect(body.items).toMatchObject([
      { id: made.id, title: 'By quarter year', subjects: null, struck: null },
    ]);
    for (const inner of ['approvedBy', 'approver', 'preparer', 'Gus']) expect(text).not.toContain(inner);
    expect(await figuresOf(`/published/${made.id}`)).toEqual(
      await figuresOf(`/publications/${made.id}/table`, publisher),
    );
    expect((await call('GET', `/published/${made.id}`)).text).not.toContain('token');
  });

  it('is not released by whoever approved it, with whatever roles', async () => {
    const both = await test.signInAs(['data_guardian', 'publisher'], 'Both');
    const { body: made } = await prepare({ title: 'Alone', step: 'whole' });
    await call('POST', `/publications/${made.id}/approve`, both, undefined, 1);
    const refused = await call('POST', `/publications/${made.id}/release`, both, undefined, 2);
    expect(refused).toMatchObject({ status: 409, body: { code: 'two_persons' } });
    expect((await call('POST', `/publications/${made.id}/release`, publisher, undefined, 2)).status).toBe(
      200,
    );
  });

  it('is held against all that was released before', async () => {
    // January alone of district 0 is 20 of the 23 that the whole showed: the rest would be 3.
    const { body: later } = await prepare({ title: 'January', to: '2024-01', step: 'whole' });
    const figures = await figuresOf(`/publications/${later.id}/table`, analyst);
    expect(figures['0/0']).toBe('-');
    expect(figures['2/0']).toBe(30);
    expect(later.sheet.comparedWith.length).toBe(2);
    expect(later.sheet.secondary).toBeGreaterThan(0);
  });

  it('is checked again when another was released since', async () => {
    const { body: first } = await prepare({ title: 'Districts in February', from: '2024-02', step: 'whole' });
    expect((await call('POST', `/publications/${first.id}/approve`, guardian, undefined, 1)).status).toBe(
      200,
    );
    // Two incidents more in what is otherwise the same month, under another id of the file.
    const { id } = await addDataset(test.store, 'Late calls');
    await load(test.store, id, [
      { position: [2.9, 0.5], from: secondsOf('2024-02-03T12:00:00Z') },
      { position: [2.95, 0.5], from: secondsOf('2024-02-04T12:00:00Z') },
    ]);
    const { body: second } = await prepare({
      title: 'With late calls',
      from: '2024-02',
      step: 'whole',
      datasets: [id],
    });
    expect(await figuresOf(`/publications/${second.id}/table`, analyst)).toMatchObject({ '2/0': '-' });
    const { body: third } = await prepare({ title: 'All of February', from: '2024-02', step: 'whole' });
    await call('POST', `/publications/${third.id}/approve`, guardian, undefined, 1);
    expect((await call('POST', `/publications/${third.id}/release`, publisher, undefined, 2)).status).toBe(
      200,
    );
    const refused = await call('POST', `/publications/${first.id}/release`, publisher, undefined, 2);
    expect(refused).toMatchObject({ status: 409, body: { code: 'gives_away_more' } });
    const withdrawn = await call('POST', `/publications/${first.id}/withdraw`, analyst, undefined, 2);
    expect(withdrawn.body.state).toBe('withdrawn');
  });

  it('is not moved on by whoever read an older version, and changes nothing then', async () => {
    const { body: made } = await prepare({ title: 'In two windows', step: 'whole' });
    const [path, steps] = [`/publications/${made.id}`, ['approve', 'withdraw'] as const];
    expect((await call('POST', `${path}/approve`, guardian)).status).toBe(428);
    expect((await call('POST', `${path}/approve`, guardian, undefined, 1)).status).toBe(200);
    for (const step of steps) {
      const stale = await call(
        'POST',
        `${path}/${step}`,
        step === 'approve' ? guardian : analyst,
        undefined,
        1,
      );
      expect(stale).toMatchObject({ status: 412, body: { current: { version: 2, state: 'approved' } } });
    }
    const late = await call('POST', `${path}/release`, publisher, undefined, 1);
    expect(late).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    expect((await call('GET', path, publisher)).body).toMatchObject({ version: 2, state: 'approved' });
    expect((await call('POST', `${path}/withdraw`, analyst, undefined, 2)).body.state).toBe('withdrawn');
  });

  it('is struck with a reason and stays readable', async () => {
    const [{ id }] = (await call('GET', '/published')).body.items;
    const { body: before } = await call('GET', `/publications/${id}`, publisher);
    expect(
      (await call('POST', `/publications/${id}/strike`, publisher, { reason: ' ' }, before.version)).status,
    ).toBe(400);
    const reason = 'Two incidents were counted twice.';
    const struck = await call('POST', `/publications/${id}/strike`, publisher, { reason }, before.version);
    expect(struck.body).toMatchObject({ state: 'struck', strikeReason: reason });
    const listed = (await call('GET', '/published')).body.items.find((one: { id: string }) => one.id === id);
    expect(listed.struck.reason).toBe(reason);
    expect((await call('GET', `/published/${id}`)).status).toBe(200);
    // What was read stays known.
    const { body: again } = await prepare({ title: 'Again', from: '2024-02', step: 'whole' });
    expect(again.sheet.comparedWith.map((one: { id: string }) => one.id)).toContain(id);
  });

  it('cannot be changed or deleted in the database', async () => {
    const tables = tablesOf(test.store);
    const refusal = 'cannot be changed';
    await expect(tables.updateTable('publication').set({ title: 'x' }).execute()).rejects.toThrow(refusal);
    await expect(tables.updateTable('publication_figure').set({ count: 9 }).execute()).rejects.toThrow(
      refusal,
    );
    await expect(tables.deleteFrom('publication').execute()).rejects.toThrow('not deleted');
    await expect(tables.deleteFrom('publication_figure').execute()).rejects.toThrow('not deleted');
  });

  it.each([
    [{ areaKind: 'beat' }, 'no_areas'],
    [{ from: '2024-03', to: '2024-01' }, 'uneven_periods'],
    [{ step: 'quarter' }, 'uneven_periods'],
    [{ from: '1900-01', to: '2024-12' }, 'too_many_figures'],
    [{ categories: [77] }, 'unknown_category'],
  ])('refuses %j in words', async (wish, code) => {
    expect(await prepare(wish)).toMatchObject({ status: 422, body: { code } });
  });

  it('leaves a line in the history for every step', async () => {
    const { items } = await test.store.audit.page({ objectKind: 'publication' }, { limit: 100 });
    const actions = items.map(({ action }) => action);
    for (const action of ['create', 'approved', 'released', 'withdrawn', 'struck'])
      expect(actions).toContain(action);
  });
});
