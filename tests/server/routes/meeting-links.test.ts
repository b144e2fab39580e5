import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { square } from '../../contract/backend-under-test.ts';
import { createMeetingApp, type MeetingApp } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
beforeEach(async () => {
  test = await createMeetingApp();
});
afterEach(() => test.close());

async function made(cookie: string, path: string, json: object) {
  const { status, body } = await test.ask(cookie, 'POST', path, json);
  expect(status, `${path}: ${JSON.stringify(body)}`).toBe(201);
  return body;
}

describe('the accounts for a seat', () => {
  it('are those who may read the meetings there, by name, for whoever changes the committee', async () => {
    const member = await test.signInAs(['committee_member'], 'Musa Member');
    await test.signInAs(['publisher'], 'Paula Publisher');
    const path = `/committees/${test.committee.id}/accounts`;
    const { status, body } = await test.ask(test.secretary, 'GET', path);
    expect(status).toBe(200);
    const names = body.items.map(({ name }: { name: string }) => name);
    expect(names).toContain('Musa Member');
    expect(names).toEqual([...names].sort());
    expect(Object.keys(body.items[0]).sort()).toEqual(['id', 'name']);
    expect((await test.ask(member, 'GET', path)).status).toBe(403);
    const seat = await made(test.secretary, `/committees/${test.committee.id}/members`, {
      seat: 'Market traders',
      side: 'community',
      termFrom: '2025-01-01',
      userId: body.items.find(({ name }: { name: string }) => name === 'Musa Member').id,
    });
    expect(seat.userName).toBe('Musa Member');
  });
});

describe('what an item may be about', () => {
  it('is of the area of the committee and open to it, and nothing else', async () => {
    const { id } = await test.plan();
    const organisation = await made(test.secretary, '/organisations', { name: 'Lighting', kind: 'utility' });
    const promise = async (text: string, lon: number, visibility = 'committee') => {
      const { id: of, version } = await made(test.secretary, '/commitments', {
        organisationId: organisation.id,
        text,
        kind: 'infrastructure',
        visibility,
        geometry: { type: 'Point', coordinates: [lon, 0.5] },
      });
      const step = { to: 'agreed', dueOn: '2025-06-01', evidenceOfDone: 'They burn' };
      expect((await test.ask(test.secretary, 'POST', `/commitments/${of}/steps`, step, version)).status).toBe(
        200,
      );
      return of;
    };
    const here = await promise('Repair the lamps', 0.5);
    await promise('Repair lamps elsewhere', 7.5);
    await promise('Watch the yard', 0.5, 'internal');
    const found = await test.ask(test.secretary, 'GET', `/meetings/${id}/linkable?kind=commitment`);
    expect(found.body.items).toEqual([
      {
        kind: 'commitment',
        id: here,
        problemId: null,
        ref: null,
        text: 'Repair the lamps',
        method: null,
        at: null,
      },
    ]);
    const item = await made(test.secretary, `/meetings/${id}/agenda`, {
      kind: 'commitments',
      commitmentId: here,
    });
    expect(item.commitmentId).toBe(here);
  });

  it('tells a secretary of kept answers their method and day alone, and only of cases open to the committee', async () => {
    const { id } = await test.plan();
    const analyst = await test.signInAs(['analyst'], 'Analyst');
    const keep = async (title: string, confidentiality: string) => {
      const problem = await made(analyst, '/problems', {
        title,
        confidentiality,
        geometry: square(0.4, 0.4, 0.1),
      });
      const { body } = await test.ask(analyst, 'POST', '/runs', { method: 'counts' });
      await test.deps.jobs.settled(body.id);
      return made(analyst, `/problems/${problem.id}/exhibits`, { runId: body.id, note: 'For analysts' });
    };
    const open = await keep('Stops', 'committee');
    await keep('Yard', 'internal');
    const { body } = await test.ask(test.secretary, 'GET', `/meetings/${id}/linkable?kind=answer`);
    expect(body.items).toMatchObject([{ id: open.id, text: 'Stops', method: 'counts' }]);
    expect(JSON.stringify(body)).not.toContain('For analysts');
    const member = await test.signInAs(['committee_member'], 'Member');
    expect((await test.ask(member, 'GET', `/meetings/${id}/linkable?kind=answer`)).status).toBe(403);
    expect((await test.ask(test.secretary, 'GET', `/meetings/${id}/linkable?kind=people`)).status).toBe(400);
  });

  it('finds concerns that were raised there', async () => {
    const { id } = await test.plan();
    await made(test.secretary, '/concerns', {
      channel: 'meeting',
      summary: 'It is dark at the stop',
      receivedOn: '2025-02-27',
      place: { precision: 'district_only', position: null, areaId: test.area.id, chosenBy: 'reporter' },
    });
    const { body } = await test.ask(test.secretary, 'GET', `/meetings/${id}/linkable?kind=concern`);
    expect(body.items).toMatchObject([{ kind: 'concern', text: 'It is dark at the stop' }]);
  });
});
