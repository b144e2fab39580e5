import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCategory, addDataset, load, square } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  await addCategory(test.store, 1);
  const { id } = await addDataset(test.store, 'City');
  const at = (from: string, inside = true) => ({
    from: Date.parse(from) / 1000,
    position: (inside ? [10.0005, 50.0005] : [11, 51]) as [number, number],
  });
  // One a month in 2023, three a month in 2024, and the last of all, elsewhere, on the last day of 2024.
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
  await load(test.store, id, [
    ...months.map((month) => at(`2023-${month}-10T12:00:00Z`)),
    ...months.flatMap((month) => [5, 6, 7].map((day) => at(`2024-${month}-0${day}T12:00:00Z`))),
    at('2024-12-31T12:00:00Z', false),
  ]);
});
afterAll(() => test.close());

async function trend(json: object, as = cookie) {
  const made = await test.call('POST', '/api/problems', {
    cookie,
    json: { title: 'Corner', confidentiality: 'committee', ...json },
  });
  const { id } = await made.json();
  return test.call('GET', `/api/problems/${id}/trend`, { cookie: as });
}

async function everyIncident(): Promise<{ id: number; occurredFrom: string }[]> {
  const json = { filter: {}, limit: 100 };
  return (await (await test.call('POST', '/api/incidents/query', { cookie, json })).json()).items;
}

const RULE = { categories: [1], geometry: square(10, 50, 0.001) };

describe('the trend of a case', () => {
  it('counts the last twelve months of the data and the twelve before, whatever period the rule names', async () => {
    const reply = await trend({ rule: { ...RULE, from: '2024-11-01T00:00:00Z' } });
    const { months, last, earlier, exact } = await reply.json();
    expect({ last, earlier, exact }).toEqual({ last: 36, earlier: 12, exact: true });
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({
      from: '2023-01-01T00:00:00.000Z',
      before: '2023-02-01T00:00:00.000Z',
      count: 1,
    });
    expect(months[23].count).toBe(3);
  });

  it('counts what was put in by hand and not what was taken out: the same incidents as the case lists', async () => {
    const made = await test.call('POST', '/api/problems', { cookie, json: { title: 'Corner', rule: RULE } });
    const { id } = await made.json();
    const items = await everyIncident();
    const at = (day: string) => items.find(({ occurredFrom }) => occurredFrom.startsWith(day))?.id ?? 0;
    const put = (incidentId: number, verdict: 'in' | 'out') =>
      test.call('POST', `/api/problems/${id}/incidents`, {
        cookie,
        json: { incidentId, verdict, reason: 'Looked at by hand' },
      });
    for (const [day, verdict] of [
      // Of the place: taken out of the month and year it was in.
      ['2023-03-10', 'out'],
      // Elsewhere: put in; and elsewhere and taken out, which changes nothing.
      ['2024-12-31', 'in'],
      // Of the place already: put in, and still one.
      ['2024-12-05', 'in'],
    ] as const)
      expect((await put(at(day), verdict)).status).toBe(200);
    const { months, last, earlier } = await (
      await test.call('GET', `/api/problems/${id}/trend`, { cookie })
    ).json();
    expect({ last, earlier }).toEqual({ last: 37, earlier: 11 });
    expect([months[2].count, months[23].count]).toEqual([0, 4]);
    const linked = await test.call('POST', `/api/problems/${id}/linked`, { cookie, json: {} });
    expect((await linked.json()).count).toBe(last + earlier);
    expect((await put(at('2024-12-31'), 'out')).status).toBe(200);
    expect((await (await test.call('GET', `/api/problems/${id}/trend`, { cookie })).json()).last).toBe(36);
  });

  it('counts what was put in by hand into a case without a rule', async () => {
    const made = await test.call('POST', '/api/problems', { cookie, json: { title: 'By hand' } });
    const { id } = await made.json();
    const [one] = await everyIncident();
    const json = { incidentId: one.id, verdict: 'in', reason: 'Seen by a patrol' };
    expect((await test.call('POST', `/api/problems/${id}/incidents`, { cookie, json })).status).toBe(200);
    const { last, earlier } = await (await test.call('GET', `/api/problems/${id}/trend`, { cookie })).json();
    expect(last + earlier).toBe(1);
  });

  it('is empty for a case without a rule', async () => {
    expect(await (await trend({})).json()).toEqual({ months: [], last: 0, earlier: 0, exact: true });
  });

  it('is told in squares to whoever sees squares, and not at all to whoever sees nothing', async () => {
    const member = await test.signInAs(['committee_member']);
    const seen = await (await trend({ rule: RULE }, member)).json();
    expect(seen.exact).toBe(false);
    for (const roles of [['oversight_readonly'], ['publisher']] as const)
      expect((await trend({ rule: RULE }, await test.signInAs(roles))).status).toBe(403);
  });
});
