import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodId } from '../../../server/jobs/contract.ts';
import {
  addCategory,
  addDataset,
  load,
  type NewIncident,
  square,
} from '../../contract/backend-under-test.ts';
import { createMeetingApp, type MeetingApp } from '../../fixtures/meeting-app.ts';
import { NEAR, numbersOfText, recognisable } from '../../fixtures/recognisable-places.ts';

let test: MeetingApp;
let analyst: string;
let member: string;
beforeEach(async () => {
  test = await createMeetingApp();
  analyst = await test.signInAs(['analyst'], 'Analyst');
  member = await test.signInAs(['committee_member'], 'Member');
});
afterEach(() => test.close());

const ask = (cookie: string, method: string, path: string, json?: unknown, version?: number) =>
  test.ask(cookie, method, path, json, version);

async function made(cookie: string, path: string, json: object) {
  const { status, body } = await ask(cookie, 'POST', path, json);
  expect(status, `${path}: ${JSON.stringify(body)}`).toBe(201);
  return body;
}

/** The text of a reply, as it went over the wire. */
async function bytes(cookie: string, path: string): Promise<string> {
  const reply = await test.call('GET', `/api${path}`, { cookie });
  expect(reply.status).toBe(200);
  return reply.text();
}

const MAY = Date.UTC(2024, 4, 10) / 1000;

/** Places in the area of the committee that would be known again. */
function incidents(): NewIncident[] {
  const found: NewIncident[] = [];
  for (let i = 0; found.length < 200; i++) {
    const position: [number, number] = [
      0.4123457 + ((i * 379) % 997) * 1.7e-5,
      0.4654321 + ((i * 617) % 991) * 1.3e-5,
    ];
    if (recognisable(...position)) found.push({ position, from: MAY + i * 3600, category: 1 });
  }
  return found;
}

/** A case over them whose area has its corners at some of them, with a promise beside it. */
async function caseWithPromise() {
  await addCategory(test.store, 1);
  const rows = incidents();
  await load(test.store, (await addDataset(test.store, 'Calls')).id, rows);
  const places = rows.flatMap(({ position }) => (position ? [position] : []));
  const corners = places.slice(0, 3);
  const geometry = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
  const problem = await made(analyst, '/problems', {
    title: 'Corner',
    confidentiality: 'committee',
    geometry,
    rule: { geometry: square(0.4, 0.45, 0.03) },
  });
  const organisation = await made(test.secretary, '/organisations', { name: 'Lighting', kind: 'utility' });
  const promise = await made(test.secretary, '/commitments', {
    organisationId: organisation.id,
    problemId: problem.id,
    text: 'Repair the lamps',
    kind: 'infrastructure',
    visibility: 'committee',
  });
  return { places, problem, organisation, promise };
}

async function step(id: string, version: number, json: object) {
  const { status, body } = await ask(test.secretary, 'POST', `/commitments/${id}/steps`, json, version);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const METHODS = [
  'counts',
  'kernel-density',
  'local-gi-star',
  'local-moran',
  'change',
  'near-repeat',
  'data-clock',
  'trend',
  'bursts',
  'dbscan',
  'concentration',
  'emerging-hotspots',
  'scan',
  'nearest-neighbour',
  'point-pattern-test',
  'hit-rate',
] as const satisfies readonly MethodId[];

/** An analyst asks and keeps the answer; null: these data do not do for the method. */
async function keepAnswer(
  problemId: string,
  method: string,
  filter: object = { geometry: square(0.4, 0.45, 0.03) },
): Promise<string | null> {
  const { status, body } = await ask(analyst, 'POST', '/runs', { method, parameters: {}, filter });
  expect([200, 201, 202], `${method} ${JSON.stringify(body)}`).toContain(status);
  await test.deps.jobs.settled(body.id);
  const { body: run } = await ask(analyst, 'GET', `/runs/${body.id}`);
  if (run.state !== 'done') return null;
  return (await made(analyst, `/problems/${problemId}/exhibits`, { runId: body.id })).id;
}

describe('what stands on the wall', () => {
  it('is byte for byte the same for an analyst as for a committee member, without the place of an incident', async () => {
    const { places, problem, promise } = await caseWithPromise();
    const { id } = await test.plan();
    const items = [
      await made(test.secretary, `/meetings/${id}/agenda`, { kind: 'patterns', problemId: problem.id }),
      await made(test.secretary, `/meetings/${id}/agenda`, {
        kind: 'commitments',
        commitmentId: promise.id,
        notes: 'Ask them gently.',
      }),
    ];
    const paths = [`/meetings/${id}/show`, ...items.map((item) => `/meetings/${id}/show/${item.id}`)];
    const known = places.flat();
    for (const path of paths) {
      const text = await bytes(analyst, path);
      expect(text).toBe(await bytes(member, path));
      expect(text).not.toContain('gently');
      const near = numbersOfText(text).filter((n) => known.some((degrees) => Math.abs(degrees - n) < NEAR));
      expect(near, path).toEqual([]);
    }
    // The search finds them where an analyst is told everything.
    const all = numbersOfText(await bytes(analyst, `/problems/${problem.id}`));
    expect(all.some((n) => known.includes(n))).toBe(true);
    // The card is not empty for all that: the squares hold what a member is told, each at least three.
    const { pattern } = JSON.parse(await bytes(analyst, `/meetings/${id}/show/${items[0].id}`));
    const told = await ask(member, 'POST', '/incidents/count', { filter: {} });
    const inSquares = pattern.squares.reduce((sum: number, one: { count: number }) => sum + one.count, 0);
    expect(inSquares).toBe(told.body.count);
    expect(inSquares).toBeGreaterThan(100);
    expect(pattern.last).toBe(inSquares);
    for (const { side, count } of pattern.squares) {
      expect(side).toBeGreaterThanOrEqual(500);
      expect(count).toBeGreaterThanOrEqual(3);
    }
  });

  it('tells of every kept answer, whatever its method, what a committee member sees and no more', async () => {
    const { places, problem } = await caseWithPromise();
    const { id } = await test.plan();
    const known = places.flat();
    const drawn: string[] = [];
    for (const method of METHODS) {
      const exhibit = await keepAnswer(problem.id, method);
      if (exhibit === null) continue;
      const item = await made(analyst, `/meetings/${id}/agenda`, {
        kind: 'patterns',
        problemId: problem.id,
        exhibitId: exhibit,
      });
      const text = await bytes(analyst, `/meetings/${id}/show/${item.id}`);
      expect(text, method).toBe(await bytes(member, `/meetings/${id}/show/${item.id}`));
      const near = numbersOfText(text).filter((n) => known.some((degrees) => Math.abs(degrees - n) < NEAR));
      expect(near, method).toEqual([]);
      const { answer } = JSON.parse(text);
      expect(answer, method).toMatchObject({ method, reachesBeyond: false });
      expect(answer.isTooFew || answer.n > 100, method).toBe(true);
      // There is a drawing, or the reason why there is none.
      expect(answer.undrawn === null, method).toBe(answer.places.length > 0);
      for (const { side } of answer.places) expect(side, method).toBeGreaterThanOrEqual(500);
      if (answer.undrawn === null) drawn.push(method);
    }
    expect(drawn).toContain('kernel-density');
    expect(drawn).toContain('counts');
    expect(drawn.length).toBeGreaterThanOrEqual(4);
  }, 120_000);

  it('leaves out the figures of an answer that reaches beyond the area of the committee', async () => {
    const { problem } = await caseWithPromise();
    const elsewhere = Array.from(
      { length: 40 },
      (_, i): NewIncident => ({
        position: [7.5 + (i % 7) / 1000, 7.5 + (i % 5) / 1000],
        from: MAY,
        category: 1,
      }),
    );
    await load(test.store, (await addDataset(test.store, 'Elsewhere')).id, elsewhere);
    const { id } = await test.plan();
    const exhibitId = await keepAnswer(problem.id, 'counts', {});
    const item = await made(analyst, `/meetings/${id}/agenda`, {
      kind: 'patterns',
      problemId: problem.id,
      exhibitId,
    });
    const { answer } = JSON.parse(await bytes(member, `/meetings/${id}/show/${item.id}`));
    expect(answer).toMatchObject({ n: null, reachesBeyond: true, facts: [] });
    const squares = answer.places.map(({ bounds }: { bounds: number[] }) => bounds);
    expect(squares.every(([west, south]: number[]) => west < 1 && south < 1)).toBe(true);
    expect(await bytes(member, `/meetings/${id}/show/${item.id}`)).not.toMatch(/:240\b/);
    // It is taken off the case: the card says so, and no more.
    const taken = `/problems/${problem.id}/exhibits/${exhibitId}?despite=links`;
    await ask(analyst, 'DELETE', taken);
    const after = JSON.parse(await bytes(member, `/meetings/${id}/show/${item.id}`));
    expect(after).toMatchObject({ answer: null, isAnswerGone: true });
  });

  it('holds nothing of an internal case or promise, not even by a drafted title', async () => {
    const { problem, promise, organisation } = await caseWithPromise();
    const { id } = await test.plan();
    const secret = await made(test.secretary, '/commitments', {
      organisationId: organisation.id,
      problemId: problem.id,
      text: 'Watch the yard of the Hassans',
      kind: 'patrol',
      visibility: 'internal',
    });
    const withSecret = await made(test.secretary, `/meetings/${id}/agenda`, {
      kind: 'commitments',
      title: secret.text,
      commitmentId: secret.id,
    });
    const ofCase = await made(test.secretary, `/meetings/${id}/agenda`, {
      kind: 'commitments',
      commitmentId: promise.id,
    });
    expect(await bytes(analyst, `/meetings/${id}/show`)).not.toContain('Hassans');
    const card = JSON.parse(await bytes(analyst, `/meetings/${id}/show/${withSecret.id}`));
    expect(card).toMatchObject({ commitment: null, case: null, pattern: null });
    expect(JSON.parse(await bytes(analyst, `/meetings/${id}/show/${ofCase.id}`)).commitment).toMatchObject({
      text: 'Repair the lamps',
      organisation: 'Lighting',
    });
    // The case is closed to the committee, and what was promised in it with it.
    const change = { confidentiality: 'internal' };
    const { status } = await ask(analyst, 'PATCH', `/problems/${problem.id}`, change, problem.version);
    expect(status).toBe(200);
    const after = JSON.parse(await bytes(analyst, `/meetings/${id}/show/${ofCase.id}`));
    expect(after).toMatchObject({ commitment: null, case: null });
    const { items } = JSON.parse(await bytes(analyst, `/meetings/${id}/show`));
    expect(items.map(({ isWithheld }: { isWithheld: boolean }) => isWithheld)).toEqual([true, true]);
  });

  it('holds both views of a promise: what its owner said, and what the room said', async () => {
    const { promise } = await caseWithPromise();
    const { id } = await test.plan();
    const item = await made(test.secretary, `/meetings/${id}/agenda`, {
      kind: 'commitments',
      commitmentId: promise.id,
    });
    const agreed = await step(promise.id, promise.version, {
      to: 'agreed',
      dueOn: '2025-03-02',
      evidenceOfDone: 'All burn',
    });
    const begun = await step(promise.id, agreed.version, { to: 'in_progress' });
    const done = await step(promise.id, begun.version, {
      to: 'delivered',
      evidence: [{ kind: 'count', text: '12 of 12 burn' }],
    });
    const said = { basis: 'meeting', heldOn: '2025-03-01', done: 3, partly: 6, notDone: 2, cannotSay: 1 };
    const path = `/commitments/${promise.id}/verifications`;
    const settled = await ask(
      test.secretary,
      'POST',
      path,
      { ...said, newDueOn: '2025-04-01' },
      done.version,
    );
    expect(settled.status).toBe(200);
    test.clock.set('2025-04-08T12:00:00Z');
    const cookie = await test.signInAs(['committee_member'], 'Member');
    const { commitment } = JSON.parse(await bytes(cookie, `/meetings/${id}/show/${item.id}`));
    expect(commitment).toMatchObject({
      state: 'reopened',
      dueOn: '2025-04-01',
      firstDueOn: '2025-03-02',
      daysLate: 7,
      delivered: { evidence: [{ kind: 'count', text: '12 of 12 burn' }] },
      said: [{ round: 1, outcome: 'partly_verified', done: 3, partly: 6, notDone: 2, cannotSay: 1 }],
    });
  });

  it('lists on the item of new promises what was promised here, and nothing a member may not see', async () => {
    const { organisation } = await caseWithPromise();
    const startsAt = '2025-02-28T18:00:00.000Z';
    const { id } = await test.plan({ startsAt });
    const other = await test.plan({ startsAt, kind: 'extraordinary' });
    const item = await made(test.secretary, `/meetings/${id}/agenda`, { kind: 'new_commitments' });
    const give = (text: string, meetingId: string, more: object = {}) =>
      made(test.secretary, '/commitments', {
        organisationId: organisation.id,
        text,
        kind: 'policy',
        visibility: 'committee',
        meetingId,
        ...more,
      });
    await give('Light the path', id, { dueOn: '2025-12-01', evidenceOfDone: 'Six lamps burn' });
    await give('Of another evening', other.id);
    const hidden = await made(analyst, '/problems', { title: 'Secret', confidentiality: 'internal' });
    await give('Not for the room', id, { problemId: hidden.id });
    const { given } = JSON.parse(await bytes(member, `/meetings/${id}/show/${item.id}`));
    expect(given).toMatchObject([{ text: 'Light the path', organisation: 'Lighting', dueOn: '2025-12-01' }]);
    const welcome = await made(test.secretary, `/meetings/${id}/agenda`, { kind: 'welcome' });
    expect(JSON.parse(await bytes(member, `/meetings/${id}/show/${welcome.id}`)).given).toEqual([]);
  });

  it('is not there for somebody of another area, and an item only in its own meeting', async () => {
    const { id } = await test.plan();
    const other = await test.plan({ kind: 'extraordinary' });
    const item = await made(test.secretary, `/meetings/${id}/agenda`, { kind: 'concerns', title: 'Lamps' });
    const far = await test.store.areas.create(
      {
        parentId: null,
        datasetId: null,
        sourceId: null,
        timezone: null,
        name: 'Far',
        kind: 'district',
        geometry: square(20, 20, 1),
        population: null,
        dwellings: null,
      },
      test.act,
    );
    const elsewhere = await test.signInFor(far.id, ['committee_member']);
    for (const path of [`/meetings/${id}/show`, `/meetings/${id}/show/${item.id}`, `/meetings/${id}/screens`])
      expect((await ask(elsewhere, 'GET', path)).status, path).toBe(404);
    expect((await ask(member, 'GET', `/meetings/${other.id}/show/${item.id}`)).status).toBe(404);
  });
});

describe('the screens of a meeting', () => {
  it('are counted by what they show, and are off when they are silent', async () => {
    const { id } = await test.plan();
    const on = (screen: string, what: string) =>
      ask(member, 'PUT', `/meetings/${id}/screens/${screen}`, { what });
    await on('wall', 'show');
    await on('desk', 'present');
    expect((await on('wall', 'show')).body).toEqual({ show: 1, present: 1, isBlank: false });
    test.clock.advance(30_000);
    await on('desk', 'present');
    test.clock.advance(30_000);
    expect((await ask(member, 'GET', `/meetings/${id}/screens`)).body).toMatchObject({ show: 0, present: 1 });
    expect((await ask(member, 'DELETE', `/meetings/${id}/screens/desk`)).status).toBe(204);
    expect((await ask(member, 'GET', `/meetings/${id}/screens`)).body).toMatchObject({ show: 0, present: 0 });
  });

  it('tell everybody when one comes or goes, and not that it is still there', async () => {
    const { id } = await test.plan();
    const heard: string[] = [];
    const stop = test.deps.live.subscribe(({ object, id: of }) => heard.push(`${object} ${of}`));
    const on = () => ask(member, 'PUT', `/meetings/${id}/screens/wall`, { what: 'show' });
    await on();
    await on();
    expect(heard).toEqual([`meeting ${id}`]);
    await ask(member, 'DELETE', `/meetings/${id}/screens/wall`);
    expect(heard).toHaveLength(2);
    stop();
  });

  it('go dark together, by whoever runs the meeting alone', async () => {
    const { id } = await test.plan();
    const overseer = await test.signInAs(['oversight_readonly']);
    expect((await ask(overseer, 'PUT', `/meetings/${id}/blank`, { isBlank: true })).status).toBe(403);
    expect((await ask(member, 'PUT', `/meetings/${id}/blank`, { isBlank: true })).body.isBlank).toBe(true);
    expect((await ask(overseer, 'GET', `/meetings/${id}/screens`)).body.isBlank).toBe(true);
  });
});
