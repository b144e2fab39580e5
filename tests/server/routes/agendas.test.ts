import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp, SQUARE } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
let meetingId: string;
beforeEach(async () => {
  test = await createMeetingApp();
  meetingId = (await test.plan()).id;
});
afterEach(() => test.close());

interface Item {
  id: string;
  kind: string;
  title: string;
  state: string;
  rule: string;
  version: number;
}

const send = (method: string, path: string, json?: unknown, version?: number) =>
  test.ask(test.secretary, method, path, json, version);
const draft = async () =>
  (await send('POST', `/meetings/${meetingId}/draft`)).body as { items: Item[]; added: string[] };
const agenda = async (cookie = test.secretary): Promise<Item[]> =>
  (await test.ask(cookie, 'GET', `/meetings/${meetingId}/agenda`)).body.items;
const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);

async function openCase(more: object = {}) {
  const input = { title: 'Stops', statement: '', geometry: SQUARE, rule: null, areaCode: 'RIV' };
  return test.store.problems.create({ ...input, confidentiality: 'committee', ...more }, test.act);
}

async function promise(problemId: string | null, more: object = {}) {
  const { body } = await send('POST', '/organisations', { name: `Lamps ${Math.random()}`, kind: 'utility' });
  const input = {
    organisationId: body.id,
    problemId,
    geometry: problemId === null ? SQUARE : null,
    text: 'Repair the lamps',
    kind: 'infrastructure',
    ...more,
  };
  const made = (await send('POST', '/commitments', input)).body;
  const step = { to: 'agreed', dueOn: '2025-03-02', evidenceOfDone: 'They burn' };
  await send('POST', `/commitments/${made.id}/steps`, step, 1);
  return made.id as string;
}

describe('a drafted agenda', () => {
  it('holds what every meeting has, and says that it is all new', async () => {
    const { items, added } = await draft();
    expect(items.map(({ kind }) => kind)[0]).toBe('welcome');
    expect(idsOf(items)).toEqual(added);
    expect(await agenda()).toEqual(items);
  });

  it('takes up what is overdue in the area of the committee, and nothing that it may not know', async () => {
    const [open, closed] = [await openCase(), await openCase({ confidentiality: 'internal' })];
    const far = await openCase({
      geometry: { ...SQUARE, coordinates: [SQUARE.coordinates[0].map(([x, y]) => [x + 5, y])] },
    });
    const wanted = [await promise(open.id), await promise(null)];
    await promise(closed.id);
    await promise(far.id);
    await promise(open.id, { visibility: 'internal' });
    expect((await draft()).items.filter(({ rule }) => rule === 'commitment_overdue')).toEqual([]);
    test.clock.set('2025-03-03T12:00:00.000Z');
    const { items, added } = await draft();
    const late = items.filter(({ rule }) => rule === 'commitment_overdue');
    expect(late).toMatchObject(wanted.map(() => ({ title: 'Repair the lamps', reason: { days: 1 } })));
    expect(new Set(late.map((one) => (one as Item & { commitmentId: string }).commitmentId))).toEqual(
      new Set(wanted),
    );
    expect(added).toEqual(idsOf(late));
  });

  it('lets go of a promise that was settled meanwhile, unless somebody wrote on it', async () => {
    const ids = [await promise(null), await promise(null)];
    test.clock.set('2025-03-03T12:00:00.000Z');
    const late = (await draft()).items.filter(({ rule }) => rule === 'commitment_overdue');
    await send('PATCH', `/agenda-items/${late[0].id}`, { notes: 'Ask for the photo' }, 1);
    for (const id of ids)
      await send('POST', `/commitments/${id}/steps`, { to: 'withdrawn', note: 'No more lamps' }, 2);
    const again = (await draft()).items;
    expect(idsOf(again)).toContain(late[0].id);
    expect(idsOf(again)).not.toContain(late[1].id);
  });

  it('counts the concerns nobody answered, and holds none of their words', async () => {
    const concern = { receivedOn: '2025-02-01', channel: 'box', summary: 'The dark stairs' };
    const place = { precision: 'exact', chosenBy: 'staff', position: [0.5, 0.5], areaId: null };
    for (const receivedOn of ['2025-02-01', '2025-02-28'])
      expect((await send('POST', '/concerns', { ...concern, place, receivedOn })).status).toBe(201);
    const { items } = await draft();
    expect(items.filter(({ rule }) => rule === 'concerns_unanswered')).toMatchObject([
      { reason: { count: 1, answerDays: 14 }, title: '' },
    ]);
    expect(JSON.stringify(items)).not.toContain('stairs');
  });

  it('shows the answers kept on an open case since the last meeting', async () => {
    const found = await openCase();
    const question = { method: 'kernel-density', methodVersion: 1, parameters: {}, filter: {} };
    const run = await test.store.runs.begin({ ...question, dataVersion: {}, key: 'k' }, test.act);
    await test.store.runs.finish(
      run.id,
      { summary: {}, result: new Uint8Array(8), digest: 'd' },
      test.act.at,
    );
    await test.store.exhibits.add({ problemId: found.id, runId: run.id, note: '' }, test.act);
    expect((await draft()).items.filter(({ rule }) => rule === 'pattern_kept')).toMatchObject([
      { title: `${found.ref} Stops`, problemId: found.id, reason: { count: 1 } },
    ]);
    const past = await test.plan({ startsAt: '2025-03-01T11:00:00Z' });
    expect((await send('POST', `/meetings/${past.id}/close`, {}, 1)).status).toBe(200);
    expect((await draft()).items.filter(({ rule }) => rule === 'pattern_kept')).toEqual([]);
  });
});

describe('an agenda in the hands of people', () => {
  it('keeps their order, what they changed and what they dropped when it is drafted again', async () => {
    const { items } = await draft();
    const turned = idsOf(items).reverse();
    expect((await send('PUT', `/meetings/${meetingId}/agenda/order`, { ids: turned })).status).toBe(200);
    await send('PATCH', `/agenda-items/${turned[0]}`, { title: 'When we meet again', minutes: 2 }, 1);
    const dropped = await send('DELETE', `/agenda-items/${turned[1]}`, undefined, 1);
    expect(dropped.body.state).toBe('dropped');
    const byHand = (
      await send('POST', `/meetings/${meetingId}/agenda`, {
        kind: 'concerns',
        title: 'Dogs',
        after: turned[0],
      })
    ).body;
    const again = await draft();
    expect(again.added).toEqual([]);
    const shown = again.items.filter(({ state }) => state !== 'dropped');
    expect(idsOf(shown)).toEqual([turned[0], byHand.id, ...turned.slice(2)]);
    expect(shown[0].title).toBe('When we meet again');
    expect(again.items.at(-1)?.id).toBe(turned[1]);
    const back = await send('PATCH', `/agenda-items/${turned[1]}`, { state: 'open' }, 2);
    expect(back.body.state).toBe('open');
  });

  it('is put in order as a whole, or not at all', async () => {
    const ids = idsOf((await draft()).items);
    const order = (json: object) => send('PUT', `/meetings/${meetingId}/agenda/order`, json);
    const twice = [ids[0], ...ids.slice(0, -1)];
    for (const wrong of [ids.slice(1), twice, [...ids, 'other']])
      expect((await order({ ids: wrong })).body.code).toBe('agenda_changed');
    expect(idsOf(await agenda())).toEqual(ids);
  });

  it('lets the room record what came of an item, and no more', async () => {
    const [item] = (await draft()).items;
    const member = await test.signInAs(['committee_member'], 'Member');
    const patch = (json: object, version: number) =>
      test.ask(member, 'PATCH', `/agenda-items/${item.id}`, json, version);
    expect((await patch({ outcome: 'All welcome', state: 'done' }, 1)).body).toMatchObject({ state: 'done' });
    expect((await patch({ title: 'Ours' }, 2)).status).toBe(403);
    expect((await patch({ state: 'dropped' }, 2)).status).toBe(403);
    expect((await patch({ outcome: 'Late' }, 1)).status).toBe(412);
  });

  it('links what the writer reads, and shows a link to those who read it', async () => {
    const [open, internal] = [await openCase(), await openCase({ confidentiality: 'internal' })];
    const add = (json: object) => send('POST', `/meetings/${meetingId}/agenda`, { kind: 'gate', ...json });
    expect((await add({ problemId: open.id })).status).toBe(201);
    expect((await add({ problemId: internal.id, notes: 'Hold back' })).status).toBe(201);
    expect((await add({ problemId: 'elsewhere' })).status).toBe(404);
    expect((await add({ exhibitId: 'x' })).body.code).toBe('exhibit_without_case');
    expect((await add({ problemId: open.id, exhibitId: 'x' })).status).toBe(404);
    const overseer = await test.signInAs(['publisher'], 'Publisher');
    const member = await test.signInAs(['committee_member'], 'Member');
    const seen = async (cookie: string) =>
      (await agenda(cookie)).map((one) => {
        const { problemId, notes } = one as Item & { problemId: string | null; notes: string | null };
        return [problemId, notes];
      });
    expect(await seen(member)).toEqual([
      [open.id, ''],
      [null, 'Hold back'],
    ]);
    expect((await seen(overseer))[0]).toEqual([open.id, null]);
  });
});
