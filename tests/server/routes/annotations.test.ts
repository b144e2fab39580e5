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

describe('a reply to a note', () => {
  let problemId: string;
  let note: { id: string };
  const texts = async () => {
    const { items } = await (await call('GET', `?problem=${problemId}`)).json();
    return items.map(({ text }: { text: string }) => text);
  };
  const reply = (text: string, more: object = {}) =>
    call('POST', '', { text, problemId, replyTo: note.id, ...more });
  beforeEach(async () => {
    const opened = await test.call('POST', '/api/problems', { cookie, json: { title: 'Lamps' } });
    problemId = (await opened.json()).id;
    note = await (await call('POST', '', { text: 'Who has the key?', problemId })).json();
  });

  it('stands with its note, and tells whoever it mentions', async () => {
    await test.signInAs(['analyst'], 'Bello');
    const bello = (await test.deps.auth.accounts()).find(({ name }) => name === 'Bello')?.id;
    const made = await (await reply(`Ask @[${bello}].`)).json();
    expect(made).toMatchObject({ replyTo: note.id, problemId, mentions: [{ name: 'Bello', reads: true }] });
    const as = await test.signIn('Bello');
    const told = await (await test.call('GET', '/api/mentions', { cookie: as })).json();
    expect(told).toMatchObject({ unread: 1, items: [{ annotationId: made.id }] });
  });

  it('has no reply and no place, and is in the case of its note', async () => {
    const made = await (await reply('The lighting office.')).json();
    const code = async (answered: Promise<Response>) => (await (await answered).json()).code;
    expect(await code(reply('Which one?', { replyTo: made.id }))).toBe('cannot_answer');
    expect(await code(reply('Here', { geometry: { type: 'Point', coordinates: [1, 2] } }))).toBe(
      'reply_nowhere',
    );
    expect(await code(reply('Elsewhere', { problemId: null }))).toBe('cannot_answer');
    expect(await code(reply('To nothing', { replyTo: 'never-was' }))).toBe('not_found');
    const other = await (
      await test.call('POST', '/api/problems', { cookie, json: { title: 'Stops' } })
    ).json();
    expect(await code(call('PATCH', `/${note.id}`, { problemId: other.id }, 1))).toBe('in_thread');
    expect(await code(call('PATCH', `/${made.id}`, { problemId: other.id }, 1))).toBe('in_thread');
    const onMap = await (
      await call('POST', '', { text: 'Gap', geometry: { type: 'Point', coordinates: [1, 2] } })
    ).json();
    expect(await code(call('POST', '', { text: 'Where?', replyTo: onMap.id }))).toBe('cannot_answer');
  });

  it('is hidden with its note, which says so first, and comes back with it', async () => {
    const made = await (await reply('The lighting office.')).json();
    const refused = await (await call('DELETE', `/${note.id}`)).json();
    expect(refused).toMatchObject({
      status: 409,
      code: 'linked',
      mayGoOn: true,
      detail: 'Something links to this: 1 reply. They are hidden with it, and come back when it is restored.',
    });
    expect((await call('DELETE', `/${note.id}?despite=links`)).status).toBe(204);
    expect(await texts()).toEqual([]);
    expect((await call('PATCH', `/${made.id}`, { text: 'x' }, 1)).status).toBe(404);
    expect((await call('POST', `/${made.id}/restore`)).status).toBe(404);
    expect((await call('POST', `/${note.id}/restore`)).status).toBe(200);
    expect((await texts()).sort()).toEqual(['The lighting office.', 'Who has the key?']);
    expect((await call('DELETE', `/${made.id}`)).status).toBe(204);
    expect((await call('DELETE', `/${note.id}`)).status).toBe(204);
  });
});
