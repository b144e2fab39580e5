import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { user } from '../../../server/cli/user.ts';
import { createTestApp, TEST_NAME, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

const ask = (...args: string[]) => user(args, { ...test.deps, address: 'http://here' });
const isIn = async (cookie: string) => (await test.call('GET', '/api/session', { cookie })).status === 200;

describe('cg user list', () => {
  it('says who has an account, with roles, second factor and sessions', async () => {
    expect((await ask('list')).text).toBe('Nobody has an account yet.');
    await test.signIn();
    await test.signIn();
    await test.signInAs([], 'Zed');
    const { code, text } = await ask('list');
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([
      `${TEST_NAME} · admin, analyst · passphrase alone · signed in 2×, last seen 2025-03-01T12:00Z`,
      'Zed · no role · passphrase alone · signed in 1×, last seen 2025-03-01T12:00Z',
    ]);
    expect(JSON.parse((await ask('list', '--json')).text)).toMatchObject([
      { name: TEST_NAME, roles: ['admin', 'analyst'], secondFactor: false, sessions: 2 },
      { name: 'Zed', roles: [] },
    ]);
  });
});

describe('cg user reset', () => {
  it('makes a link for a new passphrase, in the history, and changes nothing before it is used', async () => {
    const cookie = await test.signIn();
    const { code, text } = await ask('reset', 'AMINA', ' okafor');
    expect(code).toBe(0);
    const token = /^http:\/\/here\/sign-in#([\w-]{43})\n/.exec(text)?.[1];
    expect(await isIn(cookie)).toBe(true);
    const opened = await test.call('POST', '/api/session/link', { json: { token } });
    expect(await opened.json()).toMatchObject({ account: 'reset', name: TEST_NAME });
    const [newest] = (await test.store.audit.page({}, { limit: 1 })).items;
    expect(newest).toMatchObject({
      actor: null,
      action: 'create',
      objectKind: 'sign_in_link',
      change: { reset: [null, true] },
    });
  });
});

describe('cg user sign-out', () => {
  it('ends every session at once, in the server that runs, and says how many', async () => {
    const cookies = [await test.signIn(), await test.signIn()];
    expect(await Promise.all(cookies.map(isIn))).toEqual([true, true]);
    expect((await ask('sign-out', TEST_NAME)).text).toBe(
      `${TEST_NAME} was signed in 2× and is not any more.`,
    );
    expect(await Promise.all(cookies.map(isIn))).toEqual([false, false]);
    expect((await ask('sign-out', TEST_NAME)).text).toBe(`${TEST_NAME} was signed in nowhere.`);
    const [newest] = (await test.store.audit.page({ objectKind: 'session' }, { limit: 1 })).items;
    expect(newest).toMatchObject({ actor: null, action: 'delete', change: { sessions: [2, 0] } });
  });
});

describe('cg user', () => {
  it('shows its usage when it does not understand, and says when there is no such person', async () => {
    for (const args of [
      [],
      ['reset'],
      ['list', 'all'],
      ['sign-out', 'Amina', '--json'],
      ['remove', 'Amina'],
      ['--x'],
    ])
      expect(await ask(...args)).toMatchObject({ code: 2, text: expect.stringContaining('Usage:') });
    expect(await ask('reset', 'Nobody')).toMatchObject({ code: 1 });
  });
});
