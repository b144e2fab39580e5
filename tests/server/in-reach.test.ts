/** Two districts side by side, a person in each, and what lies in one, in the other, across the border and nowhere. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AreaGeometry } from '../../server/domain/geometry.ts';
import { createTestApp, type TestApp } from '../fixtures/test-app.ts';

const box = (west: number, south: number, east: number, north: number): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const IN_WEST = box(0.2, 0.2, 0.4, 0.4);
const IN_EAST = box(1.2, 0.2, 1.4, 0.4);
const ACROSS = box(0.8, 0.2, 1.2, 0.4);

let test: TestApp;
let owner: string;
let west: string;
let east: string;
let areas: { west: number; east: number };

beforeEach(async () => {
  test = await createTestApp();
  owner = await test.signIn();
  const areaOf = async (name: string, geometry: AreaGeometry) =>
    (await (await call('POST', '/api/areas', owner, { name, geometry })).json()).id;
  areas = { west: await areaOf('West', box(0, 0, 1, 1)), east: await areaOf('East', box(1, 0, 2, 1)) };
  west = await test.signInFor(areas.west, ['analyst']);
  east = await test.signInFor(areas.east, ['analyst']);
});
afterEach(() => test.close());

const call = (method: string, path: string, cookie: string, json?: unknown, version?: number) =>
  test.call(method, path, {
    cookie,
    json,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  });

async function made(path: string, cookie: string, json: object) {
  const reply = await call('POST', path, cookie, json);
  expect(reply.status).toBe(201);
  return reply.json();
}
const openCase = (cookie: string, json: object) =>
  made('/api/problems', cookie, { title: 'A case', ...json });
const addNote = (cookie: string, json: object) =>
  made('/api/annotations', cookie, { text: 'A note', ...json });

async function listed(path: string, cookie: string): Promise<string[]> {
  const { items } = await (await call('GET', path, cookie)).json();
  return items.map(({ id }: { id: string }) => id);
}

describe('a problem case', () => {
  it('is there for those in whose area all of it lies, and for those who work everywhere', async () => {
    const inWest = await openCase(owner, { geometry: IN_WEST });
    const inEast = await openCase(owner, { rule: { geometry: IN_EAST } });
    const across = await openCase(owner, { geometry: ACROSS });
    const ofWest = await openCase(owner, { rule: { areas: [areas.west] } });
    const ofBoth = await openCase(owner, { rule: { areas: [areas.west, areas.east] } });
    const nowhere = await openCase(owner, {});
    const all = [inWest, inEast, across, ofWest, ofBoth, nowhere].map(({ id }) => id);
    expect(await listed('/api/problems', owner)).toEqual(expect.arrayContaining(all));
    expect((await listed('/api/problems', west)).sort()).toEqual([inWest.id, ofWest.id].sort());
    expect(await listed('/api/problems', east)).toEqual([inEast.id]);
    for (const { id } of [inEast, across, ofBoth, nowhere])
      expect((await call('GET', `/api/problems/${id}`, west)).status).toBe(404);
  });

  it('in both areas of somebody and across their border is for those who work everywhere', async () => {
    const { id } = await openCase(owner, { geometry: ACROSS });
    const cookie = await test.signInAs(['secretary'], 'In both', areas.west);
    const { items } = await (await call('GET', '/api/people', owner)).json();
    const person = items.find(({ name }: { name: string }) => name === 'In both');
    await call('POST', `/api/people/${person.id}/memberships`, owner, {
      role: 'secretary',
      areaId: areas.east,
    });
    const inEast = await openCase(owner, { geometry: IN_EAST });
    expect(await listed('/api/problems', cookie)).toEqual([inEast.id]);
    expect((await call('GET', `/api/problems/${id}`, cookie)).status).toBe(404);
  });

  it('that lies nowhere is for whoever opened it', async () => {
    const { id, version } = await openCase(west, {});
    expect(await listed('/api/problems', west)).toEqual([id]);
    expect(await listed('/api/problems', east)).toEqual([]);
    const placed = await call('PATCH', `/api/problems/${id}`, west, { geometry: IN_WEST }, version);
    expect(placed.status).toBe(200);
  });

  it('is not opened outside, nor moved there, nor made to lie nowhere', async () => {
    for (const geometry of [IN_EAST, ACROSS]) {
      const refused = await call('POST', '/api/problems', west, { title: 'Elsewhere', geometry });
      const { code, detail, errors } = await refused.json();
      expect([refused.status, code, errors[0].pointer]).toEqual([422, 'outside_your_area', '/geometry']);
      expect(detail).toContain('(West)');
      expect(detail).not.toContain('East');
    }
    const { id, version } = await openCase(owner, { geometry: IN_WEST });
    for (const geometry of [IN_EAST, null]) {
      const refused = await call('PATCH', `/api/problems/${id}`, west, { geometry }, version);
      expect([refused.status, (await refused.json()).code]).toEqual([422, 'outside_your_area']);
    }
    expect((await call('PATCH', `/api/problems/${id}`, west, { title: 'Better' }, version)).status).toBe(200);
  });

  it('of elsewhere answers as one that never was, whatever is done with it', async () => {
    const { id } = await openCase(owner, { geometry: IN_EAST });
    const deleted = await openCase(owner, { geometry: IN_EAST });
    await call('DELETE', `/api/problems/${deleted.id}`, owner);
    const said = async (method: string, path: string, json?: unknown) => {
      const reply = await call(method, path, west, json, 1);
      const { requestId: _, ...details } = await reply.json();
      return details;
    };
    const never = '0b8f1f4e-0000-4000-8000-000000000000';
    for (const [method, tail, json] of [
      ['GET', ''],
      ['GET', '/history'],
      ['PATCH', '', { title: 'Mine' }],
      ['DELETE', ''],
      ['POST', '/restore'],
      ['POST', '/stage', { stage: 'analysis', reason: 'Because' }],
      ['POST', '/incidents', { incidentId: 1, verdict: 'in', reason: 'Because' }],
      ['DELETE', '/incidents/1'],
      ['POST', '/linked', {}],
    ] as const) {
      const answer = await said(method, `/api/problems/${never}${tail}`, json);
      expect(answer.status, `${method} ${tail}`).toBe(404);
      for (const there of [id, deleted.id])
        expect(await said(method, `/api/problems/${there}${tail}`, json), `${method} ${tail}`).toEqual(
          answer,
        );
    }
    // Still as it was.
    expect((await (await call('GET', `/api/problems/${id}`, owner)).json()).version).toBe(1);
    expect((await call('GET', `/api/problems/${deleted.id}`, owner)).status).toBe(404);
  });

  it('may be read everywhere and changed in the area alone', async () => {
    const { id } = await openCase(owner, { geometry: IN_EAST, confidentiality: 'committee' });
    const { items } = await (await call('GET', '/api/people', owner)).json();
    const inWest = items.find(({ memberships }: { memberships: { area: { id: number } | null }[] }) =>
      memberships.some(({ area }) => area?.id === areas.west),
    );
    await call('POST', `/api/people/${inWest.id}/memberships`, owner, { role: 'committee_member' });
    expect((await call('GET', `/api/problems/${id}`, west)).status).toBe(200);
    const refused = await call('PATCH', `/api/problems/${id}`, west, { title: 'Mine' }, 1);
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'not_in_your_area']);
  });
});

describe('an annotation', () => {
  it('goes with its case and with its own place', async () => {
    const inWest = await openCase(owner, { geometry: IN_WEST });
    const inEast = await openCase(owner, { geometry: IN_EAST });
    const ofCase = await addNote(owner, { problemId: inWest.id });
    await addNote(owner, { problemId: inEast.id });
    const placed = await addNote(owner, { geometry: { type: 'Point', coordinates: [0.5, 0.5] } });
    await addNote(owner, { geometry: { type: 'Point', coordinates: [1.5, 0.5] } });
    await addNote(owner, { problemId: inWest.id, geometry: IN_EAST });
    await addNote(owner, {});
    const own = await addNote(west, {});
    const seen = [ofCase.id, placed.id, own.id].sort();
    expect((await listed('/api/annotations', west)).sort()).toEqual(seen);
    expect(await listed(`/api/annotations?problem=${inWest.id}`, west)).toEqual([ofCase.id]);
    expect(await listed(`/api/annotations?problem=${inEast.id}`, west)).toEqual([]);
  });

  it('is not put elsewhere, nor on a case of elsewhere', async () => {
    const inEast = await openCase(owner, { geometry: IN_EAST });
    const onCase = await call('POST', '/api/annotations', west, { text: 'Hello', problemId: inEast.id });
    expect(onCase.status).toBe(404);
    const refused = await call('POST', '/api/annotations', west, { text: 'Hello', geometry: IN_EAST });
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'outside_your_area']);
    const { id, version } = await addNote(west, { geometry: IN_WEST });
    const moved = await call('PATCH', `/api/annotations/${id}`, west, { problemId: inEast.id }, version);
    expect(moved.status).toBe(404);
  });

  it('of elsewhere is neither changed nor deleted nor brought back', async () => {
    const { id } = await addNote(owner, { geometry: IN_EAST });
    const deleted = await addNote(owner, { geometry: IN_EAST });
    await call('DELETE', `/api/annotations/${deleted.id}`, owner);
    expect((await call('PATCH', `/api/annotations/${id}`, west, { text: 'Mine' }, 1)).status).toBe(404);
    expect((await call('DELETE', `/api/annotations/${id}`, west)).status).toBe(404);
    expect((await call('POST', `/api/annotations/${deleted.id}/restore`, west)).status).toBe(404);
    expect((await call('POST', `/api/annotations/${deleted.id}/restore`, east)).status).toBe(200);
  });
});

describe('a question', () => {
  const guess = (id: string) => ({
    method: 'hit-rate',
    parameters: { guesses: [id] },
    filter: {},
  });

  it('names no shape of elsewhere, be it there or not', async () => {
    const there = await addNote(owner, { geometry: IN_EAST });
    const here = await addNote(owner, { geometry: IN_WEST });
    const said = async (id: string) => {
      const reply = await call('POST', '/api/runs', west, guess(id));
      const { requestId: _, ...details } = await reply.json();
      return details;
    };
    const never = await said('0b8f1f4e-0000-4000-8000-000000000000');
    expect(never).toMatchObject({ status: 404, code: 'not_found' });
    expect(await said(there.id)).toEqual(never);
    expect((await said(here.id)).code).not.toBe('not_found');
  });
});

describe('an answer made from everything', () => {
  it('is kept and seen on a case of one area by those alone who see everything', async () => {
    const { id } = await openCase(owner, { geometry: IN_WEST });
    const act = { actor: null, at: '2025-03-01T00:00:00.000Z' };
    const question = {
      method: 'kernel-density',
      methodVersion: 1,
      parameters: {},
      filter: {},
      dataVersion: {},
    };
    const run = await test.store.runs.begin({ ...question, key: 'everything' }, act);
    await test.store.runs.finish(run.id, { summary: {}, result: new Uint8Array(8), digest: 'abc' }, act.at);
    const path = `/api/problems/${id}/exhibits`;
    const refused = await call('POST', path, west, { runId: run.id });
    expect([refused.status, (await refused.json()).code]).toEqual([404, 'not_found']);
    await made(path, owner, { runId: run.id });
    expect(await listed(path, owner)).toHaveLength(1);
    expect(await listed(path, west)).toEqual([]);
    expect((await call('GET', path, east)).status).toBe(404);
  });
});

describe('a case and the committee', () => {
  it('is there for a member once it is opened, with its parts and notes, and gone again once it is not', async () => {
    const member = await test.signInAs(['committee_member']);
    const made = await openCase(owner, { geometry: IN_WEST });
    await addNote(owner, { problemId: made.id });
    const shown = async () => {
      const paths = ['', '/history', '/parts', '/items'].map((path) => `/api/problems/${made.id}${path}`);
      const replies = await Promise.all(paths.map((path) => call('GET', path, member)));
      return {
        statuses: [...new Set(replies.map(({ status }) => status))],
        cases: (await listed('/api/problems', member)).length,
        notes: (await listed('/api/annotations', member)).length,
      };
    };
    expect(await shown()).toEqual({ statuses: [404], cases: 0, notes: 0 });
    let { version } = made;
    for (const confidentiality of ['committee', 'public', 'internal']) {
      const reply = await call('PATCH', `/api/problems/${made.id}`, owner, { confidentiality }, version);
      ({ version } = await reply.json());
      expect(await shown(), confidentiality).toEqual(
        confidentiality === 'internal'
          ? { statuses: [404], cases: 0, notes: 0 }
          : { statuses: [200], cases: 1, notes: 1 },
      );
    }
  });

  it('that is internal takes no note of a member, in the words for a case that never was', async () => {
    const member = await test.signInAs(['committee_member']);
    const { id } = await openCase(owner, { geometry: IN_WEST });
    const noted = async (problemId: string) => {
      const { status, detail } = await (
        await call('POST', '/api/annotations', member, { text: 'x', problemId })
      ).json();
      return { status, detail };
    };
    expect(await noted(id)).toEqual(await noted('00000000-0000-4000-8000-000000000000'));
  });

  it('is there for whoever is a secretary besides', async () => {
    const both = await test.signInAs(['committee_member', 'secretary']);
    const { id } = await openCase(owner, { geometry: IN_WEST });
    expect((await call('GET', `/api/problems/${id}`, both)).status).toBe(200);
  });

  it('opened in one district is there for the members of that district', async () => {
    const westMember = await test.signInFor(areas.west, ['committee_member']);
    const eastMember = await test.signInFor(areas.east, ['committee_member']);
    const { id } = await openCase(owner, { geometry: IN_WEST, confidentiality: 'committee' });
    expect(await listed('/api/problems', westMember)).toEqual([id]);
    expect(await listed('/api/problems', eastMember)).toEqual([]);
  });
});
