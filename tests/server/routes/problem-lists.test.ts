import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AreaGeometry } from '../../../server/domain/geometry.ts';
import type { ProblemList } from '../../../server/routes/problem-lists.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

async function listed(query = '', as = cookie): Promise<ProblemList> {
  const reply = await test.call('GET', `/api/problems${query}`, { cookie: as });
  expect(reply.status, query).toBe(200);
  return reply.json();
}
/** Sessions end in the meantime. */
async function at(instant: string): Promise<void> {
  test.clock.set(instant);
  cookie = await test.signIn();
}
const titles = async (query: string, as = cookie) =>
  (await listed(query, as)).items.map(({ title }) => title);

async function open(title: string, more: object = {}) {
  return (await test.call('POST', '/api/problems', { cookie, json: { title, ...more } })).json();
}
async function change(id: string, json: object) {
  const { version } = await (await test.call('GET', `/api/problems/${id}`, { cookie })).json();
  const headers = { 'If-Match': `"${version}"` };
  return (await test.call('PATCH', `/api/problems/${id}`, { cookie, json, headers })).json();
}

function box(west: number, size = 1): AreaGeometry {
  const [east, north] = [west + size, size];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, north],
        [west, north],
        [west, 0],
      ],
    ],
  };
}
async function addArea(name: string, geometry: AreaGeometry, more: object = {}): Promise<number> {
  const json = { name, geometry, kind: 'district', ...more };
  return (await (await test.call('POST', '/api/areas', { cookie, json })).json()).id;
}

/** Follows `next` to the end. */
async function walk(query: string): Promise<string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await listed(`${query}${after}`);
    found.push(...page.items.map(({ ref }) => ref));
    if (page.next === null) return found;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

describe('a list of cases', () => {
  it('gives each case once over its pages, in whatever order', async () => {
    for (let day = 1; day <= 11; day++) {
      // Two at the same instant: the id decides.
      test.clock.set(`2025-03-${String(Math.ceil(day / 2) + 1).padStart(2, '0')}T08:00:00.000Z`);
      const { id } = await open(`Case ${day}`);
      if (day % 3 === 0) await change(id, { reviewOn: `2025-04-${String(31 - day)}` });
    }
    const all = (await listed('?limit=500')).items;
    const keys = {
      age: ({ stageSince, id }: (typeof all)[number]) => `${stageSince} ${id}`,
      activity: ({ activeAt, id }: (typeof all)[number]) => `${activeAt} ${id}`,
      review: ({ reviewOn, id }: (typeof all)[number]) => `${reviewOn ?? '9999'} ${id}`,
      reference: ({ ref }: (typeof all)[number]) => ref,
    };
    for (const [sort, key] of Object.entries(keys)) {
      const expected = [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ ref }) => ref);
      expect(await walk(`?limit=4&sort=${sort}`), sort).toEqual(expected);
    }
    expect(new Set(all.map(({ ref }) => ref)).size).toBe(11);
  });

  it('counts every case that fits, also beyond the page and in other stages', async () => {
    for (const title of ['a', 'b', 'c']) await open(title);
    const { id } = await open('further on');
    await test.store.problems.moveTo(id, 1, 'analysis', { actor: null, at: NOW, reason: 'So.' });
    const page = await listed('?limit=1&stage=scanning');
    expect(page.items).toHaveLength(1);
    expect(page.counts).toEqual({ scanning: 3, analysis: 1, response: 0, assessment: 0, closed: 0 });
  });

  it('refuses a sort, a limit and a cursor that are none', async () => {
    for (const query of ['?sort=colour', '?limit=0', '?limit=501', '?after=xx', '?openedFrom=yesterday'])
      expect((await test.call('GET', `/api/problems${query}`, { cookie })).status, query).toBe(400);
  });

  it('says since when a case is in its stage, and begins anew with a move', async () => {
    const { id, stageSince } = await open('Lamps');
    expect(stageSince).toBe(NOW);
    test.clock.set('2025-03-09T12:00:00.000Z');
    expect((await change(id, { title: 'Broken lamps' })).stageSince).toBe(NOW);
    const at = '2025-03-10T12:00:00.000Z';
    await test.store.problems.moveTo(id, 2, 'analysis', { actor: null, at, reason: 'So.' });
    expect((await listed()).items[0]).toMatchObject({ stageSince: at, activeAt: at });
  });
});

const NOW = '2025-03-01T12:00:00.000Z';

describe('a silent case', () => {
  it('is one on which nothing was done for 30 days', async () => {
    await open('Quiet');
    await at('2025-03-31T12:00:00.000Z');
    expect(await titles('?silent=true')).toEqual([]);
    await at('2025-03-31T12:00:00.001Z');
    expect(await titles('?silent=true')).toEqual(['Quiet']);
    expect((await listed()).items[0].isSilent).toBe(true);
  });

  it('is not one that was only looked at, and is one no more after a note, a part or a promise', async () => {
    const cases = await Promise.all(['Looked', 'Noted', 'Worked', 'Promised'].map((title) => open(title)));
    const [looked, noted, worked, promised] = cases.map(({ id }) => id);
    const day = '2025-04-15T08:00:00.000Z';
    await at(day);
    await test.store.audit.add(
      { action: 'read', objectKind: 'problem', objectId: looked },
      { actor: null, at: day },
    );
    const note = { problemId: noted, text: 'Went there.', geometry: null };
    await test.call('POST', '/api/annotations', { cookie, json: note });
    await test.call('PUT', `/api/problems/${worked}/parts/leads`, {
      cookie,
      json: { policeRole: 'Sergeant', policeName: '', communityRole: '', communityName: '', first: 'police' },
      headers: { 'If-Match': '"0"' },
    });
    const asked = await test.call('POST', '/api/organisations', {
      cookie,
      json: { name: 'Lamps', kind: 'utility' },
    });
    const promise = {
      problemId: promised,
      organisationId: (await asked.json()).id,
      text: 'Mend them',
      kind: 'infrastructure',
    };
    expect((await test.call('POST', '/api/commitments', { cookie, json: promise })).status).toBe(201);
    expect(await titles('?silent=true')).toEqual(['Looked']);
  });

  it('is none once it is closed, and neither is its review overdue', async () => {
    const { id } = await open('Over');
    await change(id, { reviewOn: '2025-03-02' });
    const act = { actor: null, at: NOW, reason: 'So.' };
    for (const [i, stage] of (['analysis', 'response', 'assessment', 'closed'] as const).entries())
      await test.store.problems.moveTo(id, i + 2, stage, act);
    await at('2025-08-01T12:00:00.000Z');
    expect((await listed()).items[0]).toMatchObject({ isSilent: false, isReviewOverdue: false });
    expect(await titles('?silent=true')).toEqual([]);
    expect(await titles('?overdue=true')).toEqual([]);
  });
});

describe('the filters', () => {
  it('find a review that is over, who leads it, and when it was opened', async () => {
    const late = await open('Late');
    await change(late.id, { reviewOn: '2025-03-04' });
    const onTime = await open('On time');
    await change(onTime.id, { reviewOn: '2025-03-05' });
    test.clock.set('2025-03-05T08:00:00.000Z');
    await open('Young');
    await test.call('PUT', `/api/problems/${onTime.id}/parts/leads`, {
      cookie,
      json: {
        policeRole: 'Chef de Bébé',
        policeName: '',
        communityRole: 'Imam',
        communityName: '',
        first: 'police',
      },
      headers: { 'If-Match': '"0"' },
    });
    expect(await titles('?overdue=true')).toEqual(['Late']);
    expect(await titles('?lead=bebe')).toEqual(['On time']);
    expect(await titles('?lead=nobody')).toEqual([]);
    expect(await titles('?openedFrom=2025-03-05T00:00:00Z')).toEqual(['Young']);
    expect((await titles('?openedBefore=2025-03-05T00:00:00Z')).sort()).toEqual(['Late', 'On time']);
    expect(await titles('?state=proposed&overdue=true')).toEqual(['Late']);
    expect(await titles('?state=paused')).toEqual([]);
  });

  it('find what lies in an area, is about it, or about what lies below it', async () => {
    const city = await addArea('City', box(0, 4));
    const west = await addArea('West', box(0), { parentId: city });
    const east = await addArea('East', box(2), { parentId: city });
    await open('Drawn in the west', { geometry: box(0.2, 0.5) });
    await open('About the east', { rule: { areas: [east] } });
    await open('Across', { geometry: box(0.5, 1) });
    await open('Nowhere');
    expect(await titles(`?area=${west}`)).toEqual(['Drawn in the west']);
    expect(await titles(`?area=${east}`)).toEqual(['About the east']);
    expect((await titles(`?area=${city}`)).sort()).toEqual(['About the east', 'Across', 'Drawn in the west']);
    expect(await titles('?area=999')).toEqual([]);
    const where = (await listed('?sort=reference')).items.map(({ title, areaIds }) => [title, areaIds]);
    expect(Object.fromEntries(where)).toEqual({
      'Drawn in the west': [west],
      'About the east': [east],
      Across: [city],
      Nowhere: [],
    });
  });
});

describe('what somebody does not see', () => {
  it('is neither listed nor counted: internal cases for a committee', async () => {
    await open('Internal');
    await open('Opened', { confidentiality: 'committee' });
    const committee = await test.signInAs(['committee_member']);
    const seen = await listed('', committee);
    expect(seen.items.map(({ title }) => title)).toEqual(['Opened']);
    expect(seen.counts.scanning).toBe(1);
  });

  it('is neither listed nor counted: cases in other areas', async () => {
    const here = await addArea('Here', box(0));
    const there = await addArea('There', box(2));
    await open('In it', { geometry: box(0.2, 0.5) });
    await open('Elsewhere', { geometry: box(2.2, 0.5) });
    await open('Nowhere');
    const secretary = await test.signInFor(here, ['secretary']);
    const seen = await listed('', secretary);
    expect(seen.items.map(({ title }) => title)).toEqual(['In it']);
    expect(seen.counts.scanning).toBe(1);
    expect((await listed(`?area=${there}`, secretary)).counts.scanning).toBe(0);
  });
});
