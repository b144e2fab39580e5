import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeetingApp, type MeetingApp } from '../../fixtures/meeting-app.ts';

let test: MeetingApp;
beforeEach(async () => {
  test = await createMeetingApp();
});
afterEach(() => test.close());

const seat = { seat: 'Market traders', side: 'community', termFrom: '2025-01-01' };
const path = (more = '') => `/committees/${test.committee.id}${more}`;

describe('a committee', () => {
  it('is founded for an area that is there', async () => {
    expect(test.committee).toMatchObject({
      name: 'Riverside committee',
      quorum: 5,
      mayChange: true,
      version: 1,
    });
    const nowhere = await test.ask(test.secretary, 'POST', '/committees', { name: 'Lost', areaId: 999 });
    expect(nowhere.status).toBe(404);
  });

  it('keeps its area: nobody deletes that as long as the committee is there', async () => {
    const analyst = await test.signInAs(['analyst'], 'Analyst');
    const refused = await test.ask(analyst, 'DELETE', `/areas/${test.area.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'linked']);
    expect(refused.body.detail).toContain('1 committee (Riverside committee)');
  });

  it('changes from the version that was read', async () => {
    const changed = await test.ask(
      test.secretary,
      'PATCH',
      path(),
      { mandate: 'To meet', languages: ['ar'] },
      1,
    );
    expect(changed.body).toMatchObject({ mandate: 'To meet', languages: ['ar'], quorum: 5, version: 2 });
    expect((await test.ask(test.secretary, 'PATCH', path(), { quorum: null }, 1)).status).toBe(412);
    expect((await test.ask(test.secretary, 'PATCH', path(), { quorum: null }, 2)).body.quorum).toBeNull();
  });

  it('shows its note on the partner to those who change it alone', async () => {
    await test.ask(test.secretary, 'PATCH', path(), { partnerNote: 'Assessed in May' }, 1);
    const member = await test.signInAs(['committee_member'], 'Member');
    expect((await test.ask(member, 'GET', path())).body).toMatchObject({
      partnerNote: null,
      mayChange: false,
    });
    expect((await test.ask(test.secretary, 'GET', path())).body.partnerNote).toBe('Assessed in May');
    expect((await test.ask(member, 'PATCH', path(), { name: 'Ours' }, 2)).status).toBe(403);
  });
});

describe('a seat', () => {
  it('is added, changed, given a last day, and taken off when it was a mistake', async () => {
    const made = await test.ask(test.secretary, 'POST', path('/members'), seat);
    expect(made.body).toMatchObject({ office: 'member', sex: 'unsaid', holds: true, userName: null });
    const ended = await test.ask(
      test.secretary,
      'PATCH',
      path(`/members/${made.body.id}`),
      { termTo: '2025-02-28' },
      1,
    );
    expect(ended.body).toMatchObject({ seat: 'Market traders', holds: false, version: 2 });
    expect((await test.ask(test.secretary, 'DELETE', path(`/members/${made.body.id}`))).status).toBe(204);
    expect((await test.ask(test.secretary, 'GET', path('/members'))).body.items).toEqual([]);
  });

  it('that does not fit is refused in words', async () => {
    const add = (more: object) => test.ask(test.secretary, 'POST', path('/members'), { ...seat, ...more });
    const chair = { office: 'chair_community' };
    expect((await add(chair)).status).toBe(201);
    expect((await add(chair)).body).toMatchObject({
      code: 'office_held_already',
      errors: [{ pointer: '/office' }],
    });
    expect((await add({ termTo: '2024-12-31' })).body.code).toBe('term_ends_before_it_begins');
    expect((await add({ office: 'chair_police' })).body.code).toBe('side_of_another_office');
    expect((await add({ organisationId: 999 })).status).toBe(404);
    expect((await add({ seat: '' })).status).toBe(400);
  });

  it('loses the account when that is erased, and stays', async () => {
    const account = await test.signInAs(['committee_member'], 'Member');
    const userId = (await test.deps.auth.accounts()).find(({ name }) => name === 'Member')?.id;
    expect(account).not.toBe('');
    const made = await test.ask(test.secretary, 'POST', path('/members'), { ...seat, userId });
    expect(made.body).toMatchObject({ userName: 'Member' });
  });
});
