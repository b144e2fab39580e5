import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCategory, addDataset, load, square } from '../../contract/backend-under-test.ts';
import { createTestApp, TEST_NAME, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let owner: string;
let overseer: string;

beforeEach(async () => {
  test = await createTestApp();
  owner = await test.signIn();
  overseer = await test.signInAs(['oversight_readonly']);
});
afterEach(() => test.close());

const history = async (query = '') =>
  (await (await test.call('GET', `/api/audit${query}`, { cookie: overseer })).json()).items;

describe('the history', () => {
  it('says who changed what', async () => {
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Bicycles at the station' } });
    const [entry] = await history('?objectKind=problem');
    expect(entry).toMatchObject({ action: 'create', actorName: TEST_NAME });
  });

  it('says who looked at incidents', async () => {
    await test.call('POST', '/api/incidents/query', { cookie: owner, json: { filter: {} } });
    const [entry] = await history('?action=read');
    expect(entry).toMatchObject({ objectKind: 'incidents', actorName: TEST_NAME });
  });

  it('says that somebody could not sign in, and not with what', async () => {
    const secret = 'this was meant for the other field';
    await test.call('POST', '/api/session', { json: { name: secret, passphrase: secret } });
    const entries = await history();
    expect(entries[0]).toMatchObject({ action: 'sign_in_failed', actor: null });
    expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it('proves that it is whole', async () => {
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Bicycles' } });
    const reply = await test.call('GET', '/api/audit/chain', { cookie: overseer });
    const [newest] = await history();
    expect(await reply.json()).toEqual({ entries: newest.id, head: newest.hash, brokenAt: null });
  });

  it('is given as a file, which is written into it', async () => {
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: '=1+1' } });
    const reply = await test.call('GET', '/api/audit/csv', { cookie: overseer });
    const lines = (await reply.text()).trim().split('\r\n');
    expect(lines[0]).toBe('id,at,actor,actorName,action,objectKind,objectId,reason,change,hash,hidden');
    expect(lines[1]).toContain(',create,problem,');
    expect(lines[1]).toContain('=1+1');
    expect(lines.flatMap((cells) => cells.split(',')).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
    expect((await history())[0]).toMatchObject({ action: 'read', objectKind: 'audit' });
  });

  it('keeps the words of a case from whoever may not read cases, and who did what from nobody', async () => {
    const secret = 'The shelter in Mill Lane';
    const made = await test.call('POST', '/api/problems', { cookie: owner, json: { title: secret } });
    const { id, createdBy } = await made.json();
    await test.call('POST', '/api/annotations', { cookie: owner, json: { text: secret, problemId: id } });
    const act = { actor: createdBy, at: test.clock.now().toISOString(), reason: secret };
    await test.store.problems.moveTo(id, 1, 'analysis', act);
    await test.call('POST', '/api/incidents/query', { cookie: owner, json: { filter: {} } });
    await test.deps.auditQueue.flush();
    const admin = await test.signInAs(['admin']);
    const ask = (path: string) => test.call('GET', path, { cookie: admin });
    const page = await (await ask('/api/audit')).text();
    const file = await (await ask('/api/audit/csv')).text();
    expect(page).not.toContain(secret);
    expect(file).not.toContain(secret);
    const { items } = JSON.parse(page);
    const about = (kind: string) =>
      items.filter(({ objectKind }: { objectKind: string }) => objectKind === kind);
    expect(about('problem')).toMatchObject([
      { action: 'stage', actorName: TEST_NAME, objectId: id, reason: '', change: {}, hidden: true },
      { action: 'create', hidden: true },
    ]);
    expect(about('annotation')).toMatchObject([{ hidden: true }]);
    expect(about('incidents')[0]).toMatchObject({
      action: 'read',
      hidden: false,
      change: { count: [null, 0] },
    });
    const [seen] = await history('?objectKind=problem&action=create');
    expect(seen).toMatchObject({ hidden: false, change: { title: [null, secret] } });
  });

  it('is hidden from an administrator who reads cases in one area alone', async () => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    const area = await test.call('POST', '/api/areas', {
      cookie: owner,
      json: { name: 'Riverside', geometry },
    });
    const cookie = await test.signInFor((await area.json()).id, ['analyst']);
    const people = await (await test.call('GET', '/api/people', { cookie: owner })).json();
    const { id } = people.items.find(({ name }: { name: string }) => name.startsWith('Somebody as analyst'));
    await test.call('POST', `/api/people/${id}/memberships`, { cookie: owner, json: { role: 'admin' } });
    await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Elsewhere' } });
    expect(await (await test.call('GET', '/api/audit', { cookie })).text()).not.toContain('Elsewhere');
  });

  it('of one case leaves out who looked at it', async () => {
    const made = await test.call('POST', '/api/problems', { cookie: owner, json: { title: 'Bicycles' } });
    const { id } = await made.json();
    await test.call('POST', `/api/problems/${id}/linked`, { cookie: owner, json: {} });
    await test.deps.auditQueue.flush();
    const reply = await test.call('GET', `/api/problems/${id}/history`, { cookie: owner });
    const actions = (await reply.json()).items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['create']);
  });

  it('says how exact a look was, and by which grant, and is searched by it', async () => {
    await addCategory(test.store, 1);
    const dataset = (await addDataset(test.store, 'Calls')).id;
    await load(test.store, dataset, [{ position: [0.5, 0.5] }, { position: [5, 5] }]);
    const nothing = { parentId: null, datasetId: null, sourceId: null, timezone: null };
    const areaOf = async (name: string, west: number) => {
      const shape = { geometry: square(west, 0, 1), population: null, dwellings: null };
      const input = { ...nothing, ...shape, name, kind: 'district' as const };
      return (await test.store.areas.create(input, { actor: null, at: '2025-03-01T00:00:00.000Z' })).id;
    };
    const [here, there] = [await areaOf('Here', 0), await areaOf('There', 2)];
    const officer = await test.signInFor(here, ['police_member']);
    const userId = (await test.deps.auth.accounts()).find(({ name }) =>
      name.startsWith('Somebody as police'),
    )?.id;
    const term = {
      userId: userId ?? '',
      role: 'police_member' as const,
      areaId: there,
      from: '2025-01-01',
      to: null,
    };
    await test.store.memberships.add(term, { actor: null, at: '2025-03-01T00:00:00.000Z' });
    const { items } = await (
      await test.call('POST', '/api/incidents/query', { cookie: officer, json: { filter: {} } })
    ).json();
    await test.call('GET', `/api/incidents/${items[0].id}`, { cookie: officer });
    await test.call('GET', `/api/incidents/${items[0].id}`, { cookie: owner });
    const member = await test.signInAs(['committee_member']);
    await (await test.call('GET', `/api/datasets/${dataset}/columns`, { cookie: member })).arrayBuffer();
    await test.deps.auditQueue.flush();
    const saidOf = async (query: string) =>
      (await history(query)).map(
        ({ change }: { change: Record<string, [unknown, unknown]> }) => change.precision?.[1],
      );
    expect(await saidOf('?objectKind=incidents')).toEqual([`exact in area ${here} and ${there}`]);
    expect(await saidOf('?objectKind=incident')).toEqual(['exact', `exact in area ${here}`]);
    expect(await saidOf('?precision=cell')).toEqual(['cell']);
    expect(await saidOf('?precision=exact')).toHaveLength(3);
    const file = await test.call('GET', '/api/audit/csv?precision=cell', { cookie: overseer });
    expect((await file.text()).trim().split('\r\n')).toHaveLength(2);
    expect((await test.call('GET', '/api/audit?precision=street', { cookie: overseer })).status).toBe(400);
  });
});
