import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
beforeEach(async () => {
  test = await createMeetingApp();
});
afterEach(() => test.close());

async function file(path: string, cookie?: string) {
  const reply = await test.call('GET', path, cookie === undefined ? {} : { cookie });
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() };
}

describe('the calendar', () => {
  it('of one meeting, or of all that somebody sees, is a file', async () => {
    const { id } = await test.plan({ title: 'Lamps' });
    await test.plan({ startsAt: '2024-01-01T18:00:00Z', title: 'Long ago' });
    const one = await file(`/api/meetings/${id}/calendar.ics`, test.secretary);
    expect([one.status, one.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(one.text).toContain(`UID:${id}@common-ground\r\n`);
    expect(one.text).toContain('SUMMARY:Riverside committee: Lamps\r\n');
    const all = await file('/api/meetings.ics', test.secretary);
    expect(all.text).toContain(id);
    expect(all.text).not.toContain('Long ago');
    expect((await file('/api/meetings.ics')).status).toBe(401);
  });

  it('of a committee is read at a secret address, until there is another', async () => {
    await test.plan({ title: 'Lamps', safetyNotes: 'Two exits' });
    await test.plan({ title: 'Shelter', openTo: 'invited' });
    const feed = `/committees/${test.committee.id}/feed`;
    const first = (await test.ask(test.secretary, 'POST', feed)).body.path;
    const read = await file(first);
    expect(read.status).toBe(200);
    expect(read.text).toContain('Lamps');
    expect(read.text).not.toMatch(/Shelter|Two exits/);
    const second = (await test.ask(test.secretary, 'POST', feed)).body.path;
    expect([(await file(first)).status, (await file(second)).status]).toEqual([404, 200]);
    const { body } = await test.ask(test.secretary, 'GET', `/committees/${test.committee.id}`);
    expect(body.feedMadeAt).toBe('2025-03-01T12:00:00.000Z');
    expect((await test.ask(test.secretary, 'DELETE', feed)).status).toBe(204);
    expect((await file(second)).status).toBe(404);
    expect((await file('/api/calendar/guess.ics')).status).toBe(400);
  });

  it('of a committee has the days of the open promises its members may read, and never where', async () => {
    const { id: organisationId } = await test.store.organisations.create(
      { name: 'City lighting', kind: 'utility' },
      test.act,
    );
    const here = { type: 'Point', coordinates: [0.512345, 0.512345] };
    const agreed = async (text: string, more: object) => {
      const said = { text, kind: 'infrastructure', organisationId, ownerRole: 'Foreman' };
      const made = await test.ask(test.secretary, 'POST', '/commitments', { ...said, ...more });
      const step = { to: 'agreed', dueOn: '2025-04-01', evidenceOfDone: 'It is lit' };
      const path = `/commitments/${made.body.id}/steps`;
      const { status, body } = await test.ask(test.secretary, 'POST', path, step, made.body.version);
      expect(status, JSON.stringify(body)).toBe(200);
      return body;
    };
    const open = await agreed('Repair the lamps', { geometry: here, visibility: 'committee' });
    await agreed('Talk to the contractor', { geometry: here, visibility: 'internal' });
    const far = { type: 'Point', coordinates: [5.5, 5.5] };
    await agreed('Clear the far drain', { geometry: far, visibility: 'public' });
    await agreed('Nowhere in particular', { visibility: 'public' });
    const { body: hidden } = await test.ask(test.secretary, 'POST', '/problems', { title: 'Depot' });
    await agreed('Watch the depot', { problemId: hidden.id, geometry: here, visibility: 'committee' });
    await test.ask(test.secretary, 'POST', '/commitments', {
      ...{ text: 'Only asked for', kind: 'infrastructure', organisationId },
      ...{ geometry: here, visibility: 'public' },
    });
    await test.plan({ title: 'Lamps' });
    const { body } = await test.ask(test.secretary, 'POST', `/committees/${test.committee.id}/feed`);
    const { text } = await file(body.path);
    expect(text).toContain(`UID:${open.id}-due@common-ground\r\n`);
    expect(text).toContain('DTSTART;VALUE=DATE:20250401\r\nDTEND;VALUE=DATE:20250402\r\n');
    expect(text).toContain('SUMMARY:City lighting: Repair the lamps\r\n');
    expect(text).toContain('SUMMARY:Riverside committee: Lamps\r\n');
    expect(text).not.toMatch(/contractor|drain|Nowhere|depot|Only asked|0\.51|Foreman|LOCATION/);
    const moved = { to: 'in_progress' };
    await test.ask(test.secretary, 'POST', `/commitments/${open.id}/steps`, moved, open.version);
    const done = { to: 'delivered', evidence: [{ kind: 'count', text: '3 of 3' }] };
    await test.ask(test.secretary, 'POST', `/commitments/${open.id}/steps`, done, open.version + 1);
    expect((await file(body.path)).text).not.toContain('Repair the lamps');
  });

  it('keeps of an address nothing that could be read again', async () => {
    const { body } = await test.ask(test.secretary, 'POST', `/committees/${test.committee.id}/feed`);
    const secret = body.path.slice('/api/calendar/'.length, -'.ics'.length);
    const kept = JSON.stringify([
      await test.store.committees.list(),
      await test.store.audit.of('committee', test.committee.id),
    ]);
    expect(secret).toHaveLength(43);
    expect(kept).not.toContain(secret);
  });

  it('has the days of open promises, of one organisation or all, and nothing internal or that says where', async () => {
    const owner = await test.store.organisations.create({ name: 'City lighting', kind: 'utility' }, test.act);
    const propose = async (text: string, more: object = {}) => {
      const base = {
        text,
        kind: 'infrastructure',
        organisationId: owner.id,
        evidenceOfDone: 'It is lit',
        ...more,
      };
      const { body } = await test.ask(test.secretary, 'POST', '/commitments', base);
      return body;
    };
    const agree = (one: { id: string; version: number }) =>
      test.ask(
        test.secretary,
        'POST',
        `/commitments/${one.id}/steps`,
        { to: 'agreed', dueOn: '2025-04-01', evidenceOfDone: 'It is lit' },
        one.version,
      );
    const open = await propose('Repair the lamps', {
      ownerRole: 'Foreman',
      geometry: { type: 'Point', coordinates: [10.123456, 50.123456] },
    });
    await agree(open);
    await agree(await propose('Talk to the contractor', { visibility: 'internal' }));
    await propose('Only asked for');
    const all = await file('/api/commitments.ics', test.secretary);
    expect([all.status, all.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(all.text).toContain(`UID:${open.id}-due@common-ground\r\n`);
    expect(all.text).toContain('DTSTART;VALUE=DATE:20250401\r\n');
    expect(all.text).not.toMatch(/contractor|Only asked|10\.12|Foreman|LOCATION/);
    const other = await file(`/api/commitments.ics?organisation=${owner.id + 1}`, test.secretary);
    expect([other.status, other.text.includes('BEGIN:VEVENT')]).toEqual([200, false]);
    expect((await file('/api/commitments.ics?organisation=all', test.secretary)).status).toBe(400);
    expect((await file('/api/commitments.ics')).status).toBe(401);
  });
});
