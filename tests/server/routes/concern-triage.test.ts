import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { BASE, type ConcernApp, createConcernApp } from '../../fixtures/concern-app.ts';

const CONTACT = 'Amina, 0712 345 678';
const consent = { answerMe: true, contactMe: false, publishSummary: false };

let test: ConcernApp;
beforeAll(async () => {
  test = await createConcernApp();
});
afterAll(() => test.close());

describe('triage', () => {
  it('answers, reopens, refers and declines, and keeps the words of each', async () => {
    const { concern } = await test.raise();
    const answered = await test.triage(concern.id, 1, {
      step: 'answer',
      answer: 'The lamps come back on Friday.',
    });
    expect(answered.body).toMatchObject({
      state: 'answered',
      answeredOn: '2025-03-01',
      dueOn: null,
      version: 2,
    });
    expect((await test.triage(concern.id, 1, { step: 'withdraw', note: 'x' })).status).toBe(412);
    const again = await test.triage(concern.id, 2, { step: 'reopen', note: 'They did not come back.' });
    expect(again.body).toMatchObject({ state: 'received', answeredOn: null, dueOn: '2025-03-06' });
    const declined = await test.triage(concern.id, 3, {
      step: 'decline',
      reason: 'outside_area',
      note: 'Other district.',
    });
    expect(declined.body).toMatchObject({ state: 'declined', declineReason: 'outside_area' });
    const wrong = await test.triage(concern.id, 4, { step: 'answer', answer: 'x' });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'step_not_possible']);
    const { body } = await test.send(test.analyst, 'GET', `/${concern.id}/steps`);
    expect(body.items.map(({ step, note }: { step: string; note: string }) => [step, note])).toEqual([
      ['receive', ''],
      ['answer', ''],
      ['reopen', 'They did not come back.'],
      ['decline', 'Other district.'],
    ]);
  });

  it('merges into another, never round in a circle', async () => {
    const [a, b, c] = [await test.raise(), await test.raise(), await test.raise()];
    expect(
      (await test.triage(a.concern.id, 1, { step: 'merge', into: a.concern.id, note: 'x' })).body.code,
    ).toBe('merged_with_itself');
    expect(
      (await test.triage(a.concern.id, 1, { step: 'merge', into: b.concern.id, note: 'same' })).body,
    ).toMatchObject({ state: 'merged', mergedInto: b.concern.id });
    expect(
      (await test.triage(b.concern.id, 1, { step: 'merge', into: a.concern.id, note: 'x' })).body.code,
    ).toBe('is_merged');
    await test.triage(b.concern.id, 1, { step: 'merge', into: c.concern.id, note: 'same' });
    expect((await test.store.concerns.get(a.concern.id))?.mergedInto).toBe(c.concern.id);
  });

  it('attaches to a case, readable from both ends, and lets go again', async () => {
    const problem = await (
      await test.call('POST', '/api/problems', { cookie: test.analyst, json: { title: 'Stops' } })
    ).json();
    const { concern } = await test.raise();
    expect((await test.triage(concern.id, 1, { step: 'attach', problemId: 'none' })).status).toBe(404);
    const attached = await test.triage(concern.id, 1, { step: 'attach', problemId: problem.id });
    expect(attached.body).toMatchObject({
      state: 'attached_to_problem',
      problem: { id: problem.id, ref: problem.ref, title: 'Stops' },
      dueOn: '2025-03-06',
    });
    const answered = await test.triage(concern.id, 2, { step: 'answer', answer: 'We look into it.' });
    expect(answered.body).toMatchObject({ state: 'attached_to_problem', dueOn: null });
    const { body } = await test.send(test.analyst, 'GET', `?problem=${problem.id}`);
    expect(body.items).toHaveLength(1);
    const free = await test.triage(concern.id, 3, { step: 'detach', note: 'Something else.' });
    expect(free.body).toMatchObject({ state: 'answered', problem: null, problemId: null });
  });

  it('is for those who do it', async () => {
    const { concern } = await test.raise();
    const member = await test.signInAs(['committee_member']);
    expect((await test.send(member, 'GET', `/${concern.id}`)).status).toBe(200);
    expect((await test.triage(concern.id, 1, { step: 'withdraw', note: 'x' }, member)).status).toBe(403);
    const resident = await test.signInAs(['resident_contributor']);
    expect((await test.send(resident, 'GET', `/${concern.id}`)).status).toBe(403);
    expect((await test.raise({}, resident)).concern.id).toBeDefined();
  });
});

describe('the contact', () => {
  it('is sealed, read by itself, and every look is in the history', async () => {
    const { concern } = await test.raise({ contact: CONTACT, consent });
    expect(concern).toMatchObject({ hasContact: true, consentAt: '2025-03-01T12:00:00.000Z' });
    expect(JSON.stringify(concern)).not.toContain('0712');
    const row = await tablesOf(test.store)
      .selectFrom('concern')
      .select('contact')
      .where('id', '=', concern.id)
      .executeTakeFirstOrThrow();
    expect(row.contact).not.toContain('Amina');
    expect((await test.send(test.analyst, 'GET', `/${concern.id}/contact`)).status).toBe(403);
    expect((await test.send(test.secretary, 'GET', `/${concern.id}/contact`)).body).toEqual({
      contact: CONTACT,
    });
    const { items } = await test.store.audit.page({ objectKind: 'concern_contact' }, { limit: 9 });
    expect(items).toMatchObject([{ action: 'read', objectId: concern.id }]);
    expect(
      (await test.send(test.secretary, 'DELETE', `/${concern.id}/contact`, undefined, 1)).body.hasContact,
    ).toBe(false);
    expect((await test.send(test.secretary, 'GET', `/${concern.id}/contact`)).status).toBe(404);
  });
});

describe('a person asks what is kept of theirs', () => {
  it('and gets it by the receipt, however it was written down, and can have it erased', async () => {
    const { concern, receipt } = await test.raise({
      detail: 'Near the kiosk',
      contact: CONTACT,
      consent,
      categoryId: 1,
    });
    await test.triage(concern.id, 1, { step: 'refer', to: 'Lighting office', note: 'They repair lamps.' });
    const written = receipt.toLowerCase().replace('-', ' ');
    expect((await test.send(test.secretary, 'POST', '/receipt', { receipt })).status).toBe(403);
    expect((await test.send(test.guardian, 'POST', '/receipt', { receipt: '00000-00000' })).status).toBe(404);
    const { body } = await test.send(test.guardian, 'POST', '/receipt', { receipt: written });
    expect(body).toMatchObject({ contact: CONTACT, concern: { id: concern.id, detail: 'Near the kiosk' } });
    expect(body.steps).toHaveLength(2);
    const erased = await test.send(test.guardian, 'POST', `/${concern.id}/erase`, undefined, 2);
    expect(erased.body).toMatchObject({
      summary: '',
      detail: '',
      hasContact: false,
      referredTo: '',
      state: 'referred',
      receivedOn: BASE.receivedOn,
      categoryId: 1,
    });
    expect(erased.body.erasedAt).not.toBeNull();
    const steps = await test.store.concerns.steps(concern.id);
    expect(steps.map(({ step, note }) => [step, note])).toEqual([
      ['receive', ''],
      ['refer', ''],
      ['erase', ''],
    ]);
    const history = await test.store.audit.of('concern', concern.id);
    expect(history.map(({ action }) => action)).toEqual(['create', 'refer', 'export', 'erase']);
    expect(JSON.stringify(history)).not.toMatch(/kiosk|Lighting|repair|Amina|0712/);
    expect(
      (await test.send(test.secretary, 'PATCH', `/${concern.id}`, { summary: 'again' }, 3)).body.code,
    ).toBe('erased');
  });
});
