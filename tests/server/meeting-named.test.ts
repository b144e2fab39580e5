import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp, SQUARE } from '../fixtures/meeting-app.ts';

// The clock of the test stands at noon on 1 March 2025.
const MORNING = '2025-03-01T08:00:00.000Z';
const NOON = '2025-03-01T11:00:00.000Z';
const EARLIER = '2025-02-04T23:30:00.000Z';

let test: MeetingApp;
let works: number;
beforeEach(async () => {
  test = await createMeetingApp();
  works = (await ask('POST', '/organisations', { name: 'Works', kind: 'utility' })).body.id;
});
afterEach(() => test.close());

const ask = (method: string, path: string, json?: unknown, version?: number) =>
  test.ask(test.secretary, method, path, json, version);
const begun = async (startsAt: string, more: object = {}) => {
  const { id } = await test.plan({ startsAt, ...more });
  const { status, body } = await ask('POST', `/meetings/${id}/start`, undefined, 1);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
/** Held at this moment, and written down afterwards. */
const held = async (startsAt: string) => {
  const { id } = await test.plan({ startsAt });
  return (await ask('POST', `/meetings/${id}/close`, {}, 1)).body;
};
const promise = (more: object = {}) => ({
  organisationId: works,
  text: 'Repair the lamps',
  kind: 'policy',
  visibility: 'public',
  geometry: { type: 'Point', coordinates: [0.5, 0.5] },
  ...more,
});
const propose = async (more: object = {}) => {
  const { status, body } = await ask('POST', '/commitments', promise(more));
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
/** As far as delivered. */
async function delivered(more: object = {}) {
  const { id } = await propose(more);
  const steps = [
    { to: 'agreed', dueOn: '2025-03-02', evidenceOfDone: 'They burn' },
    { to: 'in_progress' },
    { to: 'delivered', evidence: [{ kind: 'count', text: '12 of 12' }] },
  ];
  for (const [i, step] of steps.entries()) await ask('POST', `/commitments/${id}/steps`, step, i + 1);
  return id;
}
const minutesOf = async (id: string, section: string) => {
  const { sections } = (await ask('GET', `/meetings/${id}/minutes`)).body;
  return sections.find((one: { id: string }) => one.id === section);
};

describe('a promise made at a meeting', () => {
  it('has the day of that meeting, by the calendar of the workspace', async () => {
    await test.store.settings.set('workspace.timezone', 'Asia/Amman');
    const { id, heldOn } = await held(EARLIER);
    expect(heldOn).toBe('2025-02-05');
    expect(await propose({ meetingId: id, meetingOn: '2024-12-24' })).toMatchObject({
      meetingId: id,
      meetingOn: '2025-02-05',
    });
  });

  it('is of the meeting it names, of two that are held on one day', async () => {
    const one = await held(MORNING);
    const other = await held(NOON);
    await propose({ meetingId: one.id, text: 'In the morning' });
    await propose({ meetingId: other.id, text: 'At noon', geometry: null });
    await propose({ meetingOn: '2025-03-01', text: 'At neither' });
    const made = async (id: string) =>
      (await minutesOf(id, 'promised')).rows.map(({ text }: { text: string }) => text).sort();
    expect(await made(one.id)).toEqual(['At neither', 'In the morning']);
    expect(await made(other.id)).toEqual(['At neither', 'At noon']);
  });

  it('is no promise that was looked at there, though it stands on the agenda', async () => {
    const { id, version } = await begun(MORNING);
    const made = await propose({ meetingId: id });
    await ask('POST', `/meetings/${id}/agenda`, { kind: 'new_commitments', commitmentId: made.id });
    await ask('POST', `/meetings/${id}/close`, { deferOpen: true }, version);
    expect((await minutesOf(id, 'reviewed')).rows).toEqual([]);
    expect((await minutesOf(id, 'promised')).rows).toHaveLength(1);
  });

  it('moves to another meeting with its day; another day is a meeting that is not written down', async () => {
    const { id } = await held(EARLIER);
    const made = await propose({ meetingOn: '2025-02-20' });
    const path = `/commitments/${made.id}`;
    const moved = (await ask('PATCH', path, { meetingId: id }, 1)).body;
    expect(moved).toMatchObject({ meetingId: id, meetingOn: '2025-02-04' });
    const kept = (await ask('PATCH', path, { meetingId: id, meetingOn: null, text: 'Mend them' }, 2)).body;
    expect(kept).toMatchObject({ meetingId: id, meetingOn: '2025-02-04', text: 'Mend them' });
    const loose = (await ask('PATCH', path, { meetingOn: '2025-02-20' }, 3)).body;
    expect(loose).toMatchObject({ meetingId: null, meetingOn: '2025-02-20' });
  });

  it('names no meeting that lies ahead, was called off, or is out of reach', async () => {
    const ahead = await test.plan();
    const off = await test.plan({ startsAt: MORNING });
    await ask('POST', `/meetings/${off.id}/cancel`, { reason: 'Flood' }, 1);
    const refused = async (meetingId: string) => {
      const { status, body } = await ask('POST', '/commitments', promise({ meetingId }));
      return [status, body.code];
    };
    expect(await refused(ahead.id)).toEqual([422, 'not_yet']);
    expect(await refused(off.id)).toEqual([422, 'meeting_cancelled']);
    expect((await refused('nowhere'))[0]).toBe(404);
  });

  it('needs an owner, and that is said in words', async () => {
    const { status, body } = await ask('POST', '/commitments', promise({ organisationId: null }));
    expect(status).toBe(400);
    expect(JSON.stringify(body.errors)).toContain('a commitment needs an owner');
  });
});

describe('what residents say at a meeting', () => {
  const TALLY = { basis: 'meeting', done: 9, partly: 1, notDone: 0, cannotSay: 0 };

  it('is of the meeting it names, of two on one day, and has its day', async () => {
    const id = await delivered();
    const [one, other] = [await test.plan({ startsAt: MORNING }), await test.plan({ startsAt: NOON })];
    for (const meeting of [one, other])
      await ask('POST', `/meetings/${meeting.id}/agenda`, { kind: 'commitments', commitmentId: id });
    const said = await ask('POST', `/commitments/${id}/verifications`, { ...TALLY, meetingId: one.id }, 4);
    expect(said.status).toBe(200);
    const { items } = (await ask('GET', `/commitments/${id}/verifications`)).body;
    expect(items).toMatchObject([{ meetingId: one.id, heldOn: '2025-03-01' }]);
    for (const meeting of [one, other])
      await ask('POST', `/meetings/${meeting.id}/close`, { deferOpen: true }, 1);
    const tallyIn = async (meetingId: string) =>
      (await minutesOf(meetingId, 'reviewed')).rows[0].residentsSaid;
    expect(await tallyIn(one.id)).toEqual({ done: 9, partly: 1, notDone: 0, cannotSay: 0 });
    expect(await tallyIn(other.id)).toBeNull();
  });

  it('names a meeting or a day', async () => {
    const id = await delivered();
    const neither = await ask('POST', `/commitments/${id}/verifications`, TALLY, 4);
    expect([neither.status, neither.body.code]).toEqual([422, 'no_meeting']);
    const day = await ask('POST', `/commitments/${id}/verifications`, { ...TALLY, heldOn: '2025-02-20' }, 4);
    expect(day.status).toBe(200);
    const { items } = (await ask('GET', `/commitments/${id}/verifications`)).body;
    expect(items).toMatchObject([{ meetingId: null, heldOn: '2025-02-20' }]);
  });
});

describe('a decision on a case that names its meeting', () => {
  it('names one that is there; what was named before is not asked for again', async () => {
    const { id } = await held(EARLIER);
    const problem = (await ask('POST', '/problems', { title: 'Stops' })).body;
    const put = (name: string, json: object, version: number) =>
      ask('PUT', `/problems/${problem.id}/parts/${name}`, json, version);
    expect((await put('priority', { reason: 'Often', meetingId: 'nowhere' }, 0)).status).toBe(404);
    const written = await put('priority', { reason: 'Often', meetingId: id }, 0);
    expect(written.body.body).toMatchObject({ meetingId: id });
    const closing = await put('decision', { decision: 'close', meetingId: (await test.plan()).id }, 0);
    expect([closing.status, closing.body.code]).toEqual([422, 'not_yet']);
    expect(
      (await put('decision', { decision: 'close', decidedAt: 'In the hall' }, 0)).body.body,
    ).toMatchObject({
      meetingId: null,
      decidedAt: 'In the hall',
    });
  });
});

describe('meetings of a case', () => {
  it('are those of the committees in whose area it lies', async () => {
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [5, 5],
          [6, 5],
          [6, 6],
          [5, 5],
        ] as [number, number][],
      ],
    };
    const nothing = { parentId: null, datasetId: null, sourceId: null, timezone: null };
    const far = await test.store.areas.create(
      { ...nothing, name: 'Far', kind: 'district', geometry, population: null, dwellings: null },
      test.act,
    );
    const other = (
      await ask('POST', '/committees', { name: 'Far committee', areaId: far.id, languages: ['en'] })
    ).body;
    const here = await held(MORNING);
    await test.plan({ committeeId: other.id, startsAt: NOON });
    const of = async (json: object) => {
      const problem = (await ask('POST', '/problems', json)).body;
      const { items } = (await ask('GET', `/meetings?problem=${problem.id}`)).body;
      return items.map(({ committeeName }: { committeeName: string }) => committeeName);
    };
    expect(await of({ title: 'Stops', geometry: SQUARE })).toEqual([here.committeeName]);
    expect((await of({ title: 'Nowhere yet' })).length).toBe(2);
    expect((await ask('GET', '/meetings?problem=nowhere')).status).toBe(404);
  });
});
