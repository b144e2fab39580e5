/** What must not be kept of a concern, looked for in every byte that is left of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCategory, tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

const MARKER = 'Xylophone9Marker';
const LON = 36.8123457;

let test: TestApp;
let secretary: string;
beforeAll(async () => {
  test = await createTestApp({}, { database: 'disk' });
  await addCategory(test.store, 2, 'never_store' as 'none');
  secretary = await test.signInAs(['secretary']);
});
afterAll(() => test.close());

const told = {
  receivedOn: '2025-02-20',
  channel: 'phone',
  summary: `${MARKER} at home`,
  detail: MARKER,
  contact: MARKER,
  reporterType: 'resident',
  place: { precision: 'exact', chosenBy: 'reporter', position: [LON, -1.28], areaId: null },
};

async function send(method: string, path: string, json: unknown, version?: number) {
  const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
  const reply = await test.call(method, `/api/concerns${path}`, { cookie: secretary, json, headers });
  return { status: reply.status, text: await reply.text() };
}

/** The database, its log, and everything else in the folder, and what was logged. */
async function expectNowhere(): Promise<void> {
  await test.deps.auditQueue.flush();
  const folder = test.deps.config.dataFolder;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.map(({ name }) => name)).toContain('common-ground.sqlite');
  const place = Buffer.alloc(8);
  place.writeDoubleBE(LON);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    // What a list is searched for stands in small letters.
    for (const sign of [MARKER, MARKER.toLowerCase(), place]) expect(bytes.includes(sign), name).toBe(false);
  }
  expect(JSON.stringify(test.lines)).not.toContain(MARKER);
}

const counted = () => test.store.concerns.referrals();

describe('of what must not be kept', () => {
  it.each([
    ['a protected category', { categoryId: 2, pathway: 'survivor_support' }],
    ['the mark', { isProtected: true, pathway: 'survivor_support' }],
  ])('nothing is kept by %s but day, pathway and count', async (_, more) => {
    const before = (await counted())[0]?.count ?? 0;
    const { status, text } = await send('POST', '', { ...told, ...more });
    expect(status).toBe(201);
    expect(JSON.parse(text)).toEqual({ kind: 'protected_referral', concern: null, receipt: null });
    expect(await counted()).toEqual([
      { receivedOn: '2025-02-20', pathway: 'survivor_support', count: before + 1 },
    ]);
    await expectNowhere();
  });

  it('nor by a row of paper, nor by what is refused', async () => {
    const { contact: _, place: _none, ...row } = told;
    await send('POST', '/batch', {
      rows: [
        { ...row, isProtected: true, pathway: 'health' },
        { ...row, categoryId: 2 },
      ],
    });
    await send('POST', '', { ...told, categoryId: 2 });
    await send('POST', '', { ...told, contact: '', summary: `Rape ${MARKER}` });
    await send('POST', '/check', { summary: `Rape ${MARKER}` });
    expect(await counted()).toHaveLength(2);
    await expectNowhere();
  });

  it('and what was written down before anybody saw it goes again, with what was merged into it', async () => {
    const open = { ...told, consent: { answerMe: true, contactMe: true, publishSummary: true } };
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) ids.push(JSON.parse((await send('POST', '', open)).text).concern.id);
    await send('POST', `/${ids[0]}/triage`, { step: 'merge', into: ids[1], note: MARKER }, 1);
    const folder = test.deps.config.dataFolder;
    const written = ['common-ground.sqlite', 'common-ground.sqlite-wal'].some((name) =>
      readFileSync(join(folder, name)).includes(MARKER),
    );
    expect(written, 'this search finds what is there').toBe(true);
    const { status, text } = await send(
      'POST',
      `/${ids[1]}/triage`,
      { step: 'protect', pathway: 'legal_aid' },
      1,
    );
    expect([status, text]).toEqual([200, 'null']);
    expect(await counted()).toContainEqual({ receivedOn: '2025-02-20', pathway: 'legal_aid', count: 2 });
    for (const id of ids) expect(await test.store.concerns.get(id)).toBeNull();
    await expectNowhere();
  });

  it('what a person wants erased goes from the file as well', async () => {
    const open = { ...told, place: null, consent: { answerMe: true, contactMe: true, publishSummary: true } };
    const { concern } = JSON.parse((await send('POST', '', open)).text);
    const guardian = await test.signInAs(['data_guardian']);
    const headers = { 'If-Match': '"1"' };
    await test.call('POST', `/api/concerns/${concern.id}/erase`, { cookie: guardian, headers });
    await expectNowhere();
  });
});

describe('the schema itself', () => {
  const insert = (change: object) =>
    tablesOf(test.store)
      .insertInto('concern')
      .values({
        id: 'x',
        received_on: '2025-02-20',
        channel: 'box',
        language: 'en',
        summary: 'a',
        detail: '',
        search: '',
        category_id: null,
        affected_groups: '[]',
        harms: '[]',
        frequency: 'unknown',
        reporter_type: 'resident',
        on_behalf: 0,
        answer_me: 0,
        contact_me: 0,
        publish_summary: 0,
        state: 'received',
        created_by: '',
        created_at: '2025-02-20T00:00:00Z',
        updated_at: '2025-02-20T00:00:00Z',
        ...change,
      })
      .execute();

  it.each([
    ['a protected category', { category_id: 2 }],
    ['the state of a protected referral', { state: 'protected_referral' }],
    ['a position where a street was chosen', { place_precision: 'street', lon: 1, lat: 1 }],
    [
      'a small square where a neighbourhood was chosen',
      { place_precision: 'neighbourhood', lon: 1, lat: 1, side_m: 250 },
    ],
    ['a place of which nobody chose the precision', { lon: 1, lat: 1 }],
    ['a contact without consent', { contact: 'x' }],
    [
      'a contact of somebody who stays anonymous',
      { contact: 'x', consent_at: 'x', answer_me: 1, reporter_type: 'anonymous' },
    ],
    ['words in what was erased', { erased_at: 'x' }],
    ['no case where it belongs to one', { state: 'attached_to_problem' }],
  ])('refuses %s', async (_, change) => {
    await expect(insert(change)).rejects.toThrow();
  });

  it('has no column for a text or a place of a protected referral, and lets its count only go up', async () => {
    const db = tablesOf(test.store);
    const [table] = (await db.introspection.getTables()).filter(({ name }) => name === 'protected_referral');
    expect(table.columns.map(({ name }) => name)).toEqual(['received_on', 'pathway', 'count']);
    const referral = (pathway: string) =>
      db
        .insertInto('protected_referral')
        .values({ received_on: '2025-02-20', pathway: pathway as 'health', count: 1 })
        .execute();
    await expect(referral('to Mrs Wanjiru in Mill Lane')).rejects.toThrow();
    await expect(db.deleteFrom('protected_referral').execute()).rejects.toThrow('stays');
    await expect(db.updateTable('protected_referral').set({ count: 1000 }).execute()).rejects.toThrow(
      'one at a time',
    );
  });
});
