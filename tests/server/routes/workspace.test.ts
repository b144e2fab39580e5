import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterEach(() => test.close());

const read = async () => (await test.call('GET', '/api/workspace', { cookie })).json();
const change = (json: unknown, version: number) =>
  test.call('PATCH', '/api/workspace', { cookie, json, headers: { 'If-Match': `"${version}"` } });

describe('the workspace', () => {
  it('starts empty', async () => {
    expect(await read()).toEqual({
      name: 'My district',
      timezone: 'UTC',
      harmTable: '',
      secondFactor: 'off',
      answerDays: 14,
      contactDays: 90,
      bounds: null,
      demo: false,
      version: 1,
    });
  });

  it('can be named and given a time zone, which new data sets take', async () => {
    const changed = await change({ name: 'Kimironko', timezone: 'Africa/Kigali' }, 1);
    expect(await changed.json()).toMatchObject({ name: 'Kimironko', timezone: 'Africa/Kigali', version: 2 });
    expect(await read()).toMatchObject({ name: 'Kimironko', version: 2 });
    const json = { name: 'Calls', kind: 'incidents' };
    const dataset = await (await test.call('POST', '/api/datasets', { cookie, json })).json();
    expect(dataset.timezone).toBe('Africa/Kigali');
  });

  it('can name the table of harm weights that was adopted, and take it back', async () => {
    const changed = await change({ harmTable: ' Adopted by committee 2026-03 ' }, 1);
    expect(await changed.json()).toMatchObject({ harmTable: 'Adopted by committee 2026-03', version: 2 });
    await change({ harmTable: '' }, 2);
    expect(await read()).toMatchObject({ harmTable: '', name: 'My district', version: 3 });
  });

  it('can say within how many days a concern is answered, and how long a contact is kept', async () => {
    const changed = await change({ answerDays: 30, contactDays: 10 }, 1);
    expect(await changed.json()).toMatchObject({ answerDays: 30, contactDays: 10 });
    for (const wrong of [{ answerDays: 0 }, { contactDays: 1.5 }, { answerDays: 1000 }])
      expect((await change(wrong, 2)).status).toBe(400);
  });

  it('knows stale changes and zones that are none', async () => {
    await change({ name: 'Kimironko' }, 1);
    const stale = await change({ name: 'Remera' }, 1);
    expect(stale.status).toBe(412);
    expect((await stale.json()).current).toMatchObject({ name: 'Kimironko', version: 2 });
    const refused = await (await change({ timezone: 'Mars/Olympus' }, 2)).json();
    expect(refused).toMatchObject({ status: 400, errors: [{ pointer: '/timezone' }] });
  });

  it('changes for one of two at the same moment', async () => {
    const replies = await Promise.all([change({ name: 'One' }, 1), change({ name: 'Two' }, 1)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
  });

  it('says when the demo area is there', async () => {
    const act = { actor: null, at: test.clock.now().toISOString() };
    await test.deps.store.datasets.create(
      { name: 'Demo', kind: 'incidents', timezone: 'UTC', origin: 'demo' },
      act,
    );
    expect((await read()).demo).toBe(true);
  });
});
