import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPhoneApp, type PhoneApp } from '../fixtures/phone-app.ts';

let test: PhoneApp;
beforeAll(async () => {
  test = await createPhoneApp();
});
afterAll(() => test.close());

const item = async (json: object) =>
  (await test.ask(test.secretary, 'POST', `/meetings/${test.meeting.id}/agenda`, json)).body as {
    id: string;
  };
const wall = async (itemId: string, cookie = test.secretary) =>
  (await test.ask(cookie, 'GET', `/meetings/${test.meeting.id}/show/${itemId}/votes`)).body.items;

describe('the votes on the wall', () => {
  it('tell how many voices are in, and counts only once it is closed', async () => {
    const { id: agendaItemId } = await item({ kind: 'gate', title: 'Stops' });
    const asked = await test.opened({ agendaItemId });
    await test.ballot({ agendaItemId, question: 'Not asked yet' });
    await test.tap(await test.phone(), asked.id, { lamps: 2 });
    const open = await wall(agendaItemId);
    expect(open).toMatchObject([{ id: asked.id, state: 'open', votesCast: 1, result: null, session: null }]);
    expect(JSON.stringify(open)).not.toMatch(/"counts"|"points"/);
    await test.count(asked);
    const [closed] = await wall(agendaItemId);
    expect(closed.result.counts).toContainEqual({ option: 'lamps', points: 2 });
    const other = await item({ kind: 'other_business' });
    expect(await wall(other.id)).toEqual([]);
  });

  it('are the same for an analyst and a member, and none about a case that the committee does not see', async () => {
    const analyst = await test.signInAs(['analyst']);
    const hidden = { title: 'Secret', confidentiality: 'internal' };
    const { id: problemId } = (await test.ask(analyst, 'POST', '/problems', hidden)).body;
    const { id: agendaItemId } = await item({ kind: 'gate', title: 'Closed to us' });
    await test.opened({ agendaItemId, problemId, question: 'Of the secret' });
    expect(await wall(agendaItemId, analyst)).toEqual([]);
    expect(await wall(agendaItemId, await test.signInAs(['committee_member']))).toEqual([]);
  });

  it('have the lists of the sessions of the round beside priorities, never added up', async () => {
    const { id: priorities } = await item({ kind: 'priorities' });
    const women = await test.run({ kind: 'women_session', parallelOf: test.meeting.id });
    const list = async (where: string, lamps: number, stops: number) => {
      const asked = await test.opened({}, where);
      const counts = { lamps, stops };
      await test.ask(test.secretary, 'POST', `/ballots/${asked.id}/batches`, {
        kind: 'paper',
        papers: 9,
        counts,
      });
      return asked;
    };
    await test.count(await list(test.meeting.id, 20, 7));
    const open = await list(women.id, 4, 21);
    expect(await wall(priorities)).toHaveLength(1);
    await test.count(open);
    const shown: { session: string | null; result: { counts: { option: string; points: number }[] } }[] =
      await wall(priorities);
    const points = shown.map(({ session, result }) => [
      session,
      result.counts[0]?.points,
      result.counts[1]?.points,
    ]);
    expect(points).toEqual([
      [null, 20, 7],
      ['women_session', 4, 21],
    ]);
  });
});
