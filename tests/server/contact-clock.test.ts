import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTimeGuard } from '../../server/believed-time.ts';
import { forgetSettledContacts, forgetUnlessInDoubt } from '../../server/contact-clock.ts';
import { createTestApp, type TestApp } from '../fixtures/test-app.ts';

const DAY = 24 * 3_600_000;

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signInAs(['secretary', 'admin']);
});
afterEach(() => test.close());

async function raise(): Promise<string> {
  const json = {
    receivedOn: '2025-02-20',
    channel: 'box',
    summary: 'Dark',
    contact: '0712 345 678',
    consent: { answerMe: true, contactMe: false, publishSummary: false },
  };
  const reply = await test.call('POST', '/api/concerns', { cookie, json });
  return (await reply.json()).concern.id;
}
const triage = async (id: string, version: number, json: object) => {
  const reply = await test.call('POST', `/api/concerns/${id}/triage`, {
    cookie,
    json,
    headers: { 'If-Match': `"${version}"` },
  });
  expect(reply.status).toBe(200);
};
const hasContact = async (id: string) => (await test.store.concerns.get(id))?.hasContact;

describe('a contact', () => {
  it('is kept while something is to be done, and so many days after', async () => {
    const [open, answered] = [await raise(), await raise()];
    await triage(answered, 1, { step: 'answer', answer: 'Friday.' });
    test.clock.advance(90 * DAY - 1);
    expect(await forgetSettledContacts(test.deps)).toBe(0);
    test.clock.advance(1);
    expect(await forgetSettledContacts(test.deps)).toBe(1);
    expect([await hasContact(open), await hasContact(answered)]).toEqual([true, false]);
    expect((await test.store.audit.of('concern', answered)).at(-1)).toMatchObject({
      action: 'forget_contact',
      actor: null,
    });
  });

  it('is kept as long as the workspace says', async () => {
    const id = await raise();
    await triage(id, 1, { step: 'withdraw', note: 'Moved away.' });
    await test.call('PATCH', '/api/workspace', {
      cookie,
      json: { contactDays: 5 },
      headers: { 'If-Match': '"1"' },
    });
    test.clock.advance(5 * DAY);
    await forgetSettledContacts(test.deps);
    expect(await hasContact(id)).toBe(false);
  });

  it('of a concern in a case is kept until the case is closed', async () => {
    const id = await raise();
    const problem = await (
      await test.call('POST', '/api/problems', { cookie, json: { title: 'Stops' } })
    ).json();
    await triage(id, 1, { step: 'attach', problemId: problem.id });
    test.clock.advance(1000 * DAY);
    expect(await forgetSettledContacts(test.deps)).toBe(0);
    for (const [version, stage] of ['analysis', 'response', 'assessment', 'closed'].entries())
      await test.store.problems.moveTo(problem.id, version + 1, stage as 'analysis', {
        actor: null,
        at: test.clock.now().toISOString(),
        reason: 'x',
      });
    test.clock.advance(90 * DAY);
    expect(await forgetSettledContacts(test.deps)).toBe(1);
  });

  it('starts anew when the concern is taken up again', async () => {
    const id = await raise();
    await triage(id, 1, { step: 'answer', answer: 'Friday.' });
    await triage(id, 2, { step: 'reopen', note: 'Not done.' });
    test.clock.advance(200 * DAY);
    expect(await forgetSettledContacts(test.deps)).toBe(0);
  });

  it('is kept while the clock is in doubt', async () => {
    const id = await raise();
    await triage(id, 1, { step: 'answer', answer: 'Friday.' });
    const guard = createTimeGuard(test.deps);
    await guard();
    test.clock.advance(200 * DAY);
    for (const _ of [1, 2, 3]) {
      await forgetUnlessInDoubt(test.deps, guard);
      test.clock.advance(DAY);
    }
    expect(await hasContact(id)).toBe(true);
    expect(test.lines.at(-1)?.message).toMatch(/clock is in doubt/);
    test.clock.advance(-203 * DAY + 31 * DAY);
    for (const _ of [1, 2, 3]) {
      await forgetUnlessInDoubt(test.deps, guard);
      test.clock.advance(30 * DAY);
    }
    expect(await hasContact(id)).toBe(false);
  });
});
