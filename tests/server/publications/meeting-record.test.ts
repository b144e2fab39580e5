import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCategory } from '../../contract/backend-under-test.ts';
import { createMeetingApp, type MeetingApp, SOON } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
let guardian: string;
let publisher: string;
let made = 0;
beforeEach(async () => {
  test = await createMeetingApp();
  test.clock.set('2025-03-05T12:00:00.000Z');
  guardian = await test.signInAs(['data_guardian'], 'Gus');
  publisher = await test.signInAs(['publisher'], 'Pia');
  await addCategory(test.store, 1);
});
afterEach(() => test.close());

const DAY = SOON.slice(0, 10);
const ask = (method: string, path: string, cookie: string, json?: unknown, version?: number) =>
  test.ask(cookie, method, path, json, version);

/** A meeting that is over; with a round of its own unless it is a session. */
async function closed(more: object = {}) {
  const { id, version } = await test.plan(more);
  await ask('POST', `/meetings/${id}/close`, test.secretary, { deferOpen: true }, version);
  return id as string;
}

async function raise(count: number, more: object = {}) {
  for (let i = 0; i < count; i++) {
    const place = { precision: 'district_only', chosenBy: 'reporter', position: null, areaId: test.area.id };
    const told = { receivedOn: '2025-02-20', channel: 'box', summary: `Dark corner ${i}`, place };
    const { status, body } = await ask('POST', '/concerns', test.secretary, {
      ...told,
      categoryId: 1,
      ...more,
    });
    expect(status, JSON.stringify(body)).toBe(201);
  }
}

type Said = 'verified' | 'delivered' | 'agreed' | 'declined';
/** A promise for everybody in the area, led as far as it is asked for. */
async function promise(
  text: string,
  state: Said,
  heldOn = DAY,
  visibility: 'public' | 'committee' = 'public',
) {
  const [known] = await test.store.organisations.list();
  const works =
    known ?? (await test.store.organisations.create({ name: 'Works', kind: 'utility' }, test.act));
  const { id } = await test.store.commitments.propose(
    {
      ...{ text, visibility, organisationId: works.id, problemId: null, geometry: test.area.geometry },
      ...{
        meetingOn: '2025-02-01',
        partnerIds: [],
        kind: 'infrastructure',
        ownerRole: '',
        dueOn: '2025-02-27',
      },
      ...{ evidenceOfDone: 'A photo', dose: null, followUpOf: null },
    },
    { actor: null, at: `2025-03-01T00:00:${String(made++).padStart(2, '0')}.000Z` },
  );
  const given = { note: 'No money for it.', onBehalf: true, dueOn: '2025-02-27', evidenceOfDone: 'A photo' };
  const evidence = [{ kind: 'note' as const, text: 'Seen.' }];
  const act = { actor: 'u', at: `${heldOn}T10:00:00.000Z` };
  const way = { agreed: ['agreed'], declined: ['declined'] }[state as 'agreed'] ?? [
    'agreed',
    'in_progress',
    'delivered',
  ];
  for (const [i, to] of way.entries())
    await test.store.commitments.move(
      id,
      i + 1,
      { ...given, to: to as 'agreed', evidence: to === 'delivered' ? evidence : [] },
      act,
    );
  const said = { done: 9, partly: 1, notDone: 0, cannotSay: 0, byGroup: {}, comment: '' };
  if (state === 'verified')
    await test.store.commitments.settle(
      id,
      4,
      { ...said, basis: 'meeting', heldOn, outcome: 'verified' },
      null,
      act,
    );
  return id;
}

const draft = async (meetingId: string) =>
  (await ask('POST', '/public-answers', test.secretary, { meetingId })).body;
const step = (one: { id: string; version: number }, name: string, cookie: string, json?: object) =>
  ask('POST', `/public-answers/${one.id}/${name}`, cookie, json, one.version);
const change = (one: { id: string; version: number; words: object }, words: object) =>
  ask('PUT', `/public-answers/${one.id}`, test.secretary, { ...one.words, ...words }, one.version);
const inEnglish = (one: { words: { languages: object[] } }) => ({
  languages: one.words.languages.slice(0, 1),
});
async function release(one: { id: string; version: number }) {
  const checked = await step(one, 'approve', guardian, {});
  return step(checked.body, 'release', publisher);
}

describe('what everybody is told of a meeting', () => {
  it('waits until the meeting is over', async () => {
    const { id } = await test.plan();
    const { status, body } = await ask('POST', '/public-answers', test.secretary, { meetingId: id });
    expect([status, body.code]).toEqual([409, 'meeting_open']);
  });

  it('is drafted with one press, in the languages of the meeting: only what is verified is done', async () => {
    await promise('Mend the nine lamps', 'verified');
    await promise('Cut the hedge', 'delivered');
    await promise('Paint the crossing', 'agreed');
    await promise('A wall', 'declined', '2025-03-01');
    await promise('For the committee alone', 'verified', DAY, 'committee');
    await raise(7);
    const { rows, words, told, state, areaName, problemId } = await draft(await closed());
    expect([state, areaName, problemId, words.meeting, words.meetingOn]).toEqual([
      'draft',
      'Riverside',
      null,
      'Riverside committee',
      DAY,
    ]);
    expect(words.languages.map(({ language }: { language: string }) => language)).toEqual(['en', 'ar']);
    expect(rows.map(({ text, list }: { text: string; list: string }) => [text, list])).toEqual([
      ['Mend the nine lamps', 'done'],
      ['Cut the hedge', 'not_yet'],
      ['Paint the crossing', 'not_yet'],
      ['A wall', 'why_not'],
    ]);
    expect(rows[3].reason).toBe('No money for it.');
    expect(told.heard).toMatchObject({ after: null, upTo: DAY, total: 7, categories: [{ count: 7 }] });
    expect(JSON.stringify(told)).not.toMatch(/Dark corner/);
  });

  it('tells each thing that is over once: what was verified or heard before the last meeting is not in it', async () => {
    await promise('Old and done', 'verified', '2025-02-04');
    await promise('Old and refused', 'declined', '2025-02-03');
    await promise('Old and open', 'agreed', '2025-02-03');
    await raise(6, { receivedOn: '2025-02-03' });
    await raise(5);
    await closed({ startsAt: '2025-02-04T18:00:00.000Z' });
    const { rows, told } = await draft(await closed());
    expect(rows.map(({ text }: { text: string }) => text)).toEqual(['Old and open']);
    expect(told.heard).toMatchObject({ after: '2025-02-04', total: 5 });
  });

  it('counts no fewer than five, and not what would follow from what was told before', async () => {
    await raise(4);
    const meeting = await closed();
    const first = await draft(meeting);
    expect(first.told.heard).toMatchObject({ total: null, categories: [] });
    await step(first, 'discard', test.secretary);
    await raise(2);
    const out = (await release((await change(await draft(meeting), inEnglish(first))).body)).body;
    expect(out.told.heard.total).toBe(6);
    await raise(2);
    const again = await step(out, 'correction', test.secretary, { reason: 'Two were late.' });
    expect(again.body.told.heard).toMatchObject({ total: null, categories: [] });
  });

  it('leaves the counts to the meeting whose round a session belongs to', async () => {
    await raise(6);
    const main = await closed();
    const session = await test.plan({
      kind: 'women_session',
      parallelOf: main,
      startsAt: '2025-03-03T18:00:00.000Z',
    });
    await ask('POST', `/meetings/${session.id}/close`, test.secretary, { deferOpen: true }, session.version);
    expect((await draft(session.id)).told.heard).toBeNull();
  });

  it('tells decisions in the words of the record, but not on what the public does not know', async () => {
    const { id, version } = await test.plan();
    const started = (await ask('POST', `/meetings/${id}/start`, test.secretary, undefined, version)).body;
    const input = {
      title: 'Within',
      statement: '',
      geometry: test.area.geometry,
      confidentiality: 'committee',
    };
    const { body: hidden } = await ask('POST', '/problems', test.secretary, input);
    const decide = (text: string, more: object) => {
      test.clock.advance(1000);
      return ask('POST', `/meetings/${id}/decisions`, test.secretary, {
        text,
        result: 'agreed',
        how: 'consensus',
        ...more,
      });
    };
    const open = (await decide('We meet earlier', { kind: 'rule' })).body;
    await decide('Within comes first', { kind: 'priority', problemId: hidden.id });
    await decide('Call 0123 456 7890 for lamps', { kind: 'referral' });
    await ask('POST', `/meetings/${id}/close`, test.secretary, { deferOpen: true }, started.version);
    const made = await draft(id);
    const texts = made.told.decisions.map(({ text }: { text: string }) => text);
    expect(texts).toEqual(['We meet earlier', 'Call 0123 456 7890 for lamps']);
    const { faults } = (await ask('GET', `/public-answers/${made.id}/check`, test.secretary)).body;
    expect(faults).toMatchObject([{ code: 'phone', field: 'decisions' }]);
    const kept = await change(made, { ...inEnglish(made), decisions: [open.id] });
    expect(kept.body.told.decisions).toHaveLength(1);
    expect((await change(kept.body, { decisions: ['another'] })).body.code).toBe('no_such_decision');
    expect((await release(kept.body)).body.state).toBe('released');
  });

  it('passes the same gate: a guardian, every language read, then a publisher who is somebody else', async () => {
    const made = await draft(await closed());
    const board = `/published-answers/${made.id}`;
    expect((await step(made, 'approve', test.secretary, {})).status).toBe(403);
    const checked = (await step(made, 'approve', guardian, {})).body;
    expect((await step(checked, 'release', publisher)).body.code).toBe('not_translated');
    const read = (await step(checked, 'translated', test.secretary)).body;
    expect((await ask('GET', board, '')).status).toBe(404);
    expect((await step(read, 'release', publisher)).body.state).toBe('released');
    const { body } = await ask('GET', board, '');
    expect(body).toMatchObject({ state: 'released', areaName: 'Riverside', told: { decisions: [] } });
    expect(Object.keys(body)).not.toContain('meetingId');
  });

  it('is proved anew at its release: a promise that moved, or another date, sends it back', async () => {
    const id = await promise('Mend the lamps', 'delivered');
    const made = await draft(await closed());
    const fit = (await change(made, inEnglish(made))).body;
    const checked = (await step(fit, 'approve', guardian, {})).body;
    const said = { done: 9, partly: 0, notDone: 0, cannotSay: 0, byGroup: {}, comment: '' };
    await test.store.commitments.settle(
      id,
      4,
      { ...said, basis: 'meeting', heldOn: DAY, outcome: 'verified' },
      null,
      test.act,
    );
    expect((await step(checked, 'release', publisher)).body.code).toBe('record_changed');
    const written = (await change(checked, {})).body;
    expect(written.rows[0].list).toBe('done');
    await test.plan({ startsAt: '2025-04-01T18:30:00.000Z', openTo: 'public', place: 'School hall' });
    expect((await step(written, 'approve', guardian, {})).body.code).toBe('record_changed');
    const next = (await change(written, {})).body;
    expect(next.told.next).toEqual({ on: '2025-04-01', at: '18:30', place: 'School hall' });
    expect((await release(next)).body.state).toBe('released');
  });

  it('is written by those who prepare meetings, and read by those who read them', async () => {
    const meeting = await closed();
    const police = await test.signInAs(['police_member'], 'Officer');
    expect((await ask('POST', '/public-answers', police, { meetingId: meeting })).status).toBe(403);
    const made = await draft(meeting);
    expect((await ask('GET', `/public-answers/${made.id}`, police)).status).toBe(200);
    expect((await ask('GET', `/public-answers?meetingId=${meeting}`, police)).body.items).toHaveLength(1);
    expect((await ask('PUT', `/public-answers/${made.id}`, police, made.words, made.version)).status).toBe(
      403,
    );
    const admin = await test.signInAs(['admin'], 'Ada');
    expect((await ask('GET', `/public-answers/${made.id}`, admin)).status).toBe(403);
    const second = await ask('POST', '/public-answers', test.secretary, { meetingId: meeting });
    expect(second.body.code).toBe('in_preparation');
    const { items } = await test.store.audit.page({ objectKind: 'meeting' }, { limit: 100 });
    expect(items.map(({ action }) => action)).toContain('answer_draft');
  });
});
