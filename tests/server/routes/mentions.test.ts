import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_MENTIONS } from '../../../server/domain/mention.ts';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
let member: string;
let id: string;
let people: Record<string, string>;

const call = (method: string, path: string, json?: unknown, as = cookie, headers = {}) =>
  test.call(method, path, { cookie: as, json, headers });
const noted = (text: string, problemId: string | null = id) =>
  call('POST', '/api/annotations', { text, problemId });
const mentionsOf = async (as: string) => (await call('GET', '/api/mentions', undefined, as)).json();
async function note(text: string) {
  const reply = await noted(text);
  expect(reply.status).toBe(201);
  return reply.json();
}
async function opened(confidentiality: string): Promise<void> {
  const { version } = await (await call('GET', `/api/problems/${id}`)).json();
  const headers = { 'If-Match': `"${version}"` };
  await call('PATCH', `/api/problems/${id}`, { confidentiality }, cookie, headers);
}

beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  member = await test.signInAs(['committee_member'], 'Chen');
  await test.signInAs(['agency_owner'], 'Lamps');
  await test.signInAs(['analyst'], 'Bello');
  people = Object.fromEntries((await test.deps.auth.accounts()).map((account) => [account.name, account.id]));
  const made = await call('POST', '/api/problems', { title: 'Stops', confidentiality: 'committee' });
  id = (await made.json()).id;
});
afterEach(() => test.close());

describe('a note that mentions a colleague', () => {
  it('tells them, until they have read it', async () => {
    const made = await note(`Please look, @[${people.Chen}].`);
    expect(made).toMatchObject({ mentions: [{ id: people.Chen, name: 'Chen', reads: true }] });
    const told = await mentionsOf(member);
    expect(told).toMatchObject({
      unread: 1,
      items: [
        {
          annotationId: made.id,
          byName: 'Amina Okafor',
          problem: { id, title: 'Stops' },
          mentions: [{ name: 'Chen' }],
          readAt: null,
        },
      ],
    });
    expect(await mentionsOf(cookie)).toMatchObject({ unread: 0, items: [] });
    // Nobody reads for somebody else.
    const read = { annotationIds: [made.id] };
    await call('POST', '/api/mentions/read', read);
    expect((await mentionsOf(member)).unread).toBe(1);
    expect((await call('POST', '/api/mentions/read', read, member)).status).toBe(204);
    expect(await mentionsOf(member)).toMatchObject({ unread: 0, items: [{ annotationId: made.id }] });
  });

  it('is told again of nobody when it is changed, and takes out whom it names no more', async () => {
    const made = await note(`@[${people.Chen}] and @[${people.Bello}]`);
    await call('POST', '/api/mentions/read', { annotationIds: [made.id] }, member);
    const headers = { 'If-Match': '"1"' };
    const text = `@[${people.Chen}], it is done`;
    const changed = await call('PATCH', `/api/annotations/${made.id}`, { text }, cookie, headers);
    expect((await changed.json()).mentions).toMatchObject([{ name: 'Chen' }]);
    expect((await mentionsOf(member)).unread).toBe(0);
    const analyst = await test.signIn('Bello');
    expect((await mentionsOf(analyst)).items).toEqual([]);
  });

  it('names them as they are called today', async () => {
    await note(`@[${people.Chen}]`);
    await test.store.accounts.database.db
      .updateTable('user')
      .set({ name: 'Chen Wei' })
      .where('id', '=', people.Chen)
      .execute();
    const { items } = await (await call('GET', `/api/annotations?problem=${id}`)).json();
    expect(items[0].mentions).toMatchObject([{ name: 'Chen Wei', reads: true }]);
  });

  it('is no way to a case that somebody may not read', async () => {
    const refused = await noted(`@[${people.Lamps}]`);
    expect(await refused.json()).toMatchObject({
      status: 422,
      code: 'cannot_mention',
      errors: [{ pointer: '/text' }],
    });
    expect((await noted('@[nobody-at-all]')).status).toBe(422);
    expect((await noted(`@[${people.Chen}]`, null)).status).toBe(422);
    const crowd = Array.from({ length: MOST_MENTIONS + 1 }, (_, i) => `@[p-${i}]`).join(' ');
    expect(await (await noted(crowd)).json()).toMatchObject({ code: 'too_many_mentions' });
    // Closed to the committee again: the name stays in the note, and its bearer hears nothing of it.
    const made = await note(`@[${people.Chen}]`);
    await opened('internal');
    expect(await mentionsOf(member)).toEqual({ items: [], next: null, unread: 0 });
    const { items } = await (await call('GET', `/api/annotations?problem=${id}`)).json();
    expect(items[0].mentions).toMatchObject([{ name: 'Chen', reads: false }]);
    // What was written before can still be changed.
    const text = `@[${people.Chen}] (was told)`;
    const headers = { 'If-Match': '"1"' };
    expect((await call('PATCH', `/api/annotations/${made.id}`, { text }, cookie, headers)).status).toBe(200);
  });

  it('goes from the list with its note, its case and its reader', async () => {
    const made = await note(`@[${people.Chen}]`);
    await call('DELETE', `/api/annotations/${made.id}`);
    expect((await mentionsOf(member)).items).toEqual([]);
    await call('POST', `/api/annotations/${made.id}/restore`);
    expect((await mentionsOf(member)).items).toHaveLength(1);
    await call('DELETE', `/api/problems/${id}`);
    expect((await mentionsOf(member)).items).toEqual([]);
    await test.store.personalData.erase(people.Chen, '2025-03-01', {
      actor: null,
      at: '2025-03-01T00:00:00Z',
    });
    expect(await tablesOf(test.store).selectFrom('annotation_mention').selectAll().execute()).toEqual([]);
  });
});

describe('whom a note can mention', () => {
  it('are those who may read the case', async () => {
    const names = async (as = cookie) =>
      (await (await call('GET', `/api/problems/${id}/readers`, undefined, as)).json()).items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names()).toEqual(['Amina Okafor', 'Bello', 'Chen']);
    expect(await names(member)).toEqual(['Amina Okafor', 'Bello', 'Chen']);
    await opened('internal');
    expect(await names()).toEqual(['Amina Okafor', 'Bello']);
    expect((await call('GET', `/api/problems/${id}/readers`, undefined, member)).status).toBe(404);
  });
});
