import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let member: string;
let id: string;
let people: Record<string, string>;

beforeEach(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst'], 'Bello');
  member = await test.signInAs(['committee_member'], 'Chen');
  await test.signInAs(['police_member'], 'Sergeant Diallo');
  await test.signInAs(['agency_owner'], 'Lamps');
  people = Object.fromEntries((await test.deps.auth.accounts()).map((account) => [account.name, account.id]));
  const json = { title: 'Stops', confidentiality: 'committee' };
  id = (await (await test.call('POST', '/api/problems', { cookie: analyst, json })).json()).id;
});
afterEach(() => test.close());

async function put(body: object, version = 0) {
  const headers = { 'If-Match': `"${version}"` };
  const init = { cookie: analyst, json: body, headers };
  const reply = await test.call('PUT', `/api/problems/${id}/parts/leads`, init);
  return { status: reply.status, body: await reply.json() };
}
const get = async (path: string, as = analyst) => (await test.call('GET', path, { cookie: as })).json();
const leads = (as = analyst) => get(`/api/problems/${id}/leads`, as);

describe('the leads of a case', () => {
  it('are accounts of those who may work on it, by their names of today', async () => {
    const workers = await get(`/api/problems/${id}/workers`);
    expect(workers.items.map(({ name }: { name: string }) => name)).toEqual([
      'Bello',
      'Chen',
      'Sergeant Diallo',
    ]);
    const { status } = await put({
      policeUserId: people['Sergeant Diallo'],
      communityUserId: people.Chen,
      first: 'community',
    });
    expect(status).toBe(200);
    expect((await leads(member)).items).toEqual([
      { id: people['Sergeant Diallo'], name: 'Sergeant Diallo', works: true },
      { id: people.Chen, name: 'Chen', works: true },
    ]);
  });

  it('are nobody who may not work on it, and it is said where', async () => {
    const { status, body } = await put({ policeUserId: people.Lamps, communityUserId: people.Chen });
    expect([status, body.code]).toEqual([422, 'does_not_work_on_case']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/policeUserId']);
    expect((await put({ policeUserId: 'never-was' })).status).toBe(422);
  });

  it('keep what was typed before there were accounts', async () => {
    await test.store.problemParts.put(
      id,
      'leads',
      0,
      // As it was written before.
      { policeRole: 'Beat officer', communityName: 'Leila' } as never,
      { actor: null, at: '2025-01-01T00:00:00.000Z' },
    );
    const { body } = await test.store.problemParts.get(id, 'leads');
    expect(body).toEqual({
      policeRole: 'Beat officer',
      policeName: '',
      policeUserId: null,
      communityRole: '',
      communityName: 'Leila',
      communityUserId: null,
      first: 'police',
    });
    expect((await leads()).items).toEqual([]);
  });

  it('stay written down when their role ends, and it is said that they may not work on it', async () => {
    await put({ communityUserId: people.Chen, policeRole: 'Beat officer' });
    const act = { actor: null, at: test.clock.now().toISOString() };
    for (const membership of await test.store.memberships.of(people.Chen ?? ''))
      await test.store.memberships.end(membership.id, '2025-02-28', act);
    expect((await leads()).items).toEqual([{ id: people.Chen, name: 'Chen', works: false }]);
    expect((await put({ communityUserId: people.Chen, policeRole: 'Sergeant' }, 1)).status).toBe(200);
  });

  it('are not those who were erased: somebody else has to be named', async () => {
    await put({ communityUserId: people.Chen, policeRole: 'Beat officer' });
    const file = JSON.stringify(await get('/api/account/data', member));
    expect(file).toContain('"leads":["MYD-2025-01"]');
    const act = { actor: null, at: test.clock.now().toISOString() };
    await test.deps.auth.personalData.erase(people.Chen ?? '', '2025-03-01', act);
    const { body, version } = await test.store.problemParts.get(id, 'leads');
    expect([body?.communityUserId, body?.policeRole, version]).toEqual([null, 'Beat officer', 2]);
    expect((await put({ policeRole: 'Sergeant' }, 1)).status).toBe(412);
    expect((await put({ communityUserId: people.Chen }, 2)).status).toBe(422);
    const entries = await test.store.audit.of('problem', id);
    expect(entries.at(-1)?.change).toEqual({ 'part:leads:communityUserId': [people.Chen, null] });
    expect((await leads()).items).toEqual([]);
  });
});

describe('the list of cases', () => {
  it('is narrowed to those whoever asks leads, and finds the names of today', async () => {
    await put({ communityUserId: people.Chen, policeRole: 'Beat officer' });
    const count = async (query: string, as: string) => (await get(`/api/problems${query}`, as)).items.length;
    expect(await count('?mine=true', member)).toBe(1);
    expect(await count('?mine=true', analyst)).toBe(0);
    expect(await count('?lead=chen', analyst)).toBe(1);
    expect(await count('?lead=diallo', analyst)).toBe(0);
  });
});
