import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, type ConcernApp, createConcernApp } from '../../fixtures/concern-app.ts';

let test: ConcernApp;
beforeAll(async () => {
  test = await createConcernApp();
});
afterAll(() => test.close());

describe('taking in', () => {
  it('keeps what was said, with a deadline and a receipt', async () => {
    const { kind, concern, receipt } = await test.raise({
      categoryId: 1,
      affectedGroups: ['women'],
      harms: ['fear'],
    });
    expect(kind).toBe('concern');
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(concern).toMatchObject({
      state: 'received',
      dueOn: '2025-03-06',
      isOverdue: false,
      problem: null,
    });
    expect(concern).not.toHaveProperty('receipt');
    expect(concern).not.toHaveProperty('coarseAreaId');
    const { body } = await test.send(test.analyst, 'GET', `/${concern.id}`);
    expect(body).toMatchObject({
      summary: BASE.summary,
      affectedGroups: ['women'],
      steps: expect.arrayContaining(['answer']),
    });
  });

  it.each([
    [{ receivedOn: '2025-03-02' }, 422, 'received_in_future'],
    [{ summary: '' }, 422, 'no_summary'],
    [{ contact: '0712 345 678' }, 422, 'contact_without_consent'],
    [{ categoryId: 2 }, 422, 'protected_category'],
    [{ isProtected: true }, 422, 'protected_category'],
    [{ summary: 'Domestic violence next door' }, 422, 'looks_protected'],
    [{ categoryId: 99 }, 404, 'not_found'],
    [{ place: { precision: 'exact', chosenBy: 'staff', position: null, areaId: 99 } }, 422, 'no_such_area'],
    [{ ethnicity: 'x' }, 400, 'does_not_fit'],
  ])('refuses %o with %i %s', async (more, status, code) => {
    const reply = await test.send(test.secretary, 'POST', '', { ...BASE, ...more });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('takes words that look protected when somebody has read them', async () => {
    const { concern } = await test.raise({
      summary: 'The poster against domestic violence was torn down',
      wordsChecked: true,
    });
    expect(concern.state).toBe('received');
  });

  it('keeps no finer place than was chosen', async () => {
    const place = (precision: string) => ({
      precision,
      chosenBy: 'reporter',
      position: [0.123456, 0.234567],
      areaId: null,
    });
    const at = async (precision: string) =>
      await test.store.concerns.get((await test.raise({ place: place(precision) })).concern.id);
    expect((await at('exact'))?.position).toEqual([0.123456, 0.234567]);
    expect(await at('street')).toMatchObject({ sideM: 125, areaId: test.neighbourhood });
    expect(await at('neighbourhood')).toMatchObject({
      position: null,
      sideM: null,
      areaId: test.neighbourhood,
    });
    expect(await at('district_only')).toMatchObject({ position: null, areaId: test.district });
  });

  it('shows whoever sees squares a square of 500 m, in a refused write as well', async () => {
    const { concern } = await test.raise(
      {
        place: { precision: 'exact', chosenBy: 'staff', position: [0.123456, 0.234567], areaId: null },
        occurredFrom: '2025-02-18T20:00:00Z',
      },
      test.analyst,
    );
    const seen = (await test.send(test.secretary, 'GET', `/${concern.id}`)).body;
    expect(seen).toMatchObject({
      sideM: 500,
      precision: 'block_cell',
      isExact: false,
      occurredFrom: '2025-02-01T00:00:00.000Z',
    });
    expect((await test.send(test.analyst, 'GET', `/${concern.id}`)).body).toMatchObject({
      position: [0.123456, 0.234567],
      isExact: true,
    });
    for (const [path, json] of [
      ['', { detail: 'x' }],
      ['/triage', { step: 'withdraw', note: 'x' }],
    ] as const) {
      const { status, body } = await test.send(
        test.secretary,
        path === '' ? 'PATCH' : 'POST',
        `/${concern.id}${path}`,
        json,
        99,
      );
      expect(status).toBe(412);
      expect(body.current.position).toEqual(seen.position);
    }
  });

  it('checks a text and keeps nothing of it', async () => {
    const { body } = await test.send(test.secretary, 'POST', '/check', {
      summary: 'Mr Otieno',
      detail: '0712345678',
    });
    expect(body.items).toEqual([
      { field: 'summary', kind: 'name', from: 0, to: 9 },
      { field: 'detail', kind: 'phone', from: 0, to: 10 },
    ]);
  });
});

describe('a pile of paper', () => {
  it('is taken in row by row, each with its verdict', async () => {
    const rows = [
      { ...BASE, channel: 'box', areaId: test.neighbourhood },
      { ...BASE, channel: 'pigeon' },
      {
        receivedOn: '2025-02-20',
        channel: 'box',
        isProtected: true,
        pathway: 'survivor_support',
        summary: 'gone',
      },
      { ...BASE, summary: '' },
      { ...BASE, areaId: 4711 },
      { ...BASE, summary: 'Mr Otieno saw it' },
      { ...BASE, summary: 'Mr Otieno saw it', wordsChecked: true },
    ];
    const { body } = await test.send(test.secretary, 'POST', '/batch', { rows });
    const { items } = body as {
      items: {
        row: number;
        verdict: string;
        id: string;
        code: string;
        receipt: string;
        errors: { pointer: string }[];
      }[];
    };
    expect(items.map(({ verdict, code }) => code ?? verdict)).toEqual([
      'stored',
      'does_not_fit',
      'counted',
      'no_summary',
      'no_such_area',
      'says_who',
      'stored',
    ]);
    expect(items[1].errors[0].pointer).toBe('/channel');
    expect(items[2]).toMatchObject({ id: null, receipt: null });
    expect(await test.store.concerns.get(items[0].id)).toMatchObject({
      areaId: test.neighbourhood,
      precision: 'neighbourhood',
    });
  });
});

describe('a pin on a slip of paper', () => {
  it('is kept no finer than was chosen for its row', async () => {
    const position = [0.2001, 0.2001];
    const slip = { ...BASE, channel: 'paper_form', position };
    const rows = [{ ...slip, precision: 'block_cell' }, slip, { ...slip, precision: 'neighbourhood' }];
    const { body } = await test.send(test.secretary, 'POST', '/batch', { rows });
    const kept = await Promise.all(body.items.map(({ id }: { id: string }) => test.store.concerns.get(id)));
    expect(kept).toMatchObject([
      { precision: 'block_cell', sideM: 250, chosenBy: 'reporter' },
      { precision: 'street', sideM: 125 },
      { precision: 'neighbourhood', position: null, areaId: test.neighbourhood },
    ]);
    expect(kept[0].position).not.toEqual(position);
    const wrong = await test.send(test.secretary, 'POST', '/batch', {
      rows: [{ ...slip, position: [200, 0] }],
    });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/rows/0/position/0']);
  });
});

describe('the list', () => {
  it('is paged by its end and filtered by state, area, words and lateness', async () => {
    const late = await test.raise({
      receivedOn: '2025-02-10',
      summary: 'Lámpara rota',
      place: { precision: 'neighbourhood', chosenBy: 'staff', position: null, areaId: test.neighbourhood },
    });
    const ids = async (query: string, cookie = test.analyst) =>
      (await test.send(cookie, 'GET', query)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('?text=LAMPARA')).toEqual([late.concern.id]);
    expect(await ids('?overdue=true')).toEqual([late.concern.id]);
    expect(await ids(`?area=${test.district}`)).toContain(late.concern.id);
    expect(await ids('?area=12345')).toEqual([]);
    expect(await ids('?state=withdrawn')).toEqual([]);
    const all = await ids('?limit=999');
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await test.send(test.analyst, 'GET', `?limit=2${next && `&after=${next}`}`);
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(6);
  });

  it('of somebody whose role holds in one area has what lies there, page by page', async () => {
    const here = await test.signInFor(test.neighbourhood, ['committee_member']);
    const { body } = await test.send(here, 'GET', '?limit=3');
    expect(body.items).toHaveLength(3);
    const rest = await test.send(here, 'GET', `?limit=500&after=${body.next}`);
    const all = [...body.items, ...rest.body.items];
    expect(new Set(all.map(({ areaId }) => areaId))).toEqual(new Set([test.neighbourhood]));
  });
});

describe('correcting', () => {
  it('changes what is given, checks it as intake does, and leaves no words in the history', async () => {
    const { concern } = await test.raise();
    const changed = await test.send(
      test.secretary,
      'PATCH',
      `/${concern.id}`,
      { summary: 'Threatened at the stop', categoryId: 1 },
      1,
    );
    expect(changed.body).toMatchObject({ summary: 'Threatened at the stop', categoryId: 1, version: 2 });
    expect((await test.send(test.secretary, 'PATCH', `/${concern.id}`, { categoryId: 2 }, 2)).body.code).toBe(
      'protected_category',
    );
    expect(
      (await test.send(test.secretary, 'PATCH', `/${concern.id}`, { summary: 'Child abuse' }, 2)).body.code,
    ).toBe('looks_protected');
    const history = await test.store.audit.of('concern', concern.id);
    expect(history.at(-1)?.change).toEqual({ summary: [null, 'changed'], categoryId: [null, 'changed'] });
    const { body } = await test.send(test.secretary, 'GET', `/${concern.id}/steps`);
    expect(body.items.at(-1)).toMatchObject({ step: 'correct', note: 'summary categoryId' });
  });

  it('keeps a place no finer than whoever raised it chose, unless they choose', async () => {
    const at = { position: [10.003, 50.003], areaId: null };
    const { concern } = await test.raise({ place: { ...at, precision: 'street', chosenBy: 'reporter' } });
    const place = (precision: string, chosenBy: string, version: number) =>
      test.send(test.analyst, 'PATCH', `/${concern.id}`, { place: { ...at, precision, chosenBy } }, version);
    expect((await place('exact', 'staff', 1)).body.code).toBe('finer_than_chosen');
    expect((await place('block_cell', 'staff', 1)).body).toMatchObject({ chosenBy: 'reporter' });
    expect((await place('street', 'staff', 2)).body.code).toBe('finer_than_chosen');
    expect((await place('street', 'reporter', 2)).body).toMatchObject({ precision: 'street' });
  });
});
