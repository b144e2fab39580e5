import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { link } from '../../../server/cli/link.ts';
import { createTestApp, TEST_NAME, type TestApp, VISITOR } from '../../fixtures/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

const ask = (...args: string[]) => link(args, test.deps.auth, 'http://here');
const open = (text: string) => test.deps.auth.openLink(/#([\w-]+)/.exec(text)?.[1] ?? '', VISITOR);

describe('cg link', () => {
  it('makes the first account, then signs in to it', async () => {
    const first = await ask();
    expect(first.code).toBe(0);
    expect(first.text).toMatch(/^http:\/\/here\/sign-in#[\w-]{43}\n/);
    expect(await open(first.text)).toEqual({ account: 'new' });
    await test.signIn();
    const second = await ask();
    expect(second.text).toContain(TEST_NAME);
    expect(await open(second.text)).toMatchObject({ account: 'existing', user: { name: TEST_NAME } });
  });

  it('asks whose it is when there are several, and takes the name in any case', async () => {
    await test.signIn();
    await test.signIn('Second Person');
    expect(await ask()).toMatchObject({ code: 2, text: expect.stringContaining('There are 2 accounts') });
    const named = await ask('second', 'PERSON');
    expect(await open(named.text)).toMatchObject({ user: { name: 'Second Person' } });
    expect(await ask('Nobody')).toMatchObject({ code: 2 });
  });

  it('makes one more account when asked', async () => {
    await test.signIn();
    expect(await open((await ask('--new')).text)).toEqual({ account: 'new' });
  });

  it('is in the history, with whose it is and never with what opens it', async () => {
    const fresh = await ask('--new');
    await test.signIn();
    const own = await ask();
    const { items } = await test.store.audit.page({ objectKind: 'sign_in_link' }, { limit: 10 });
    const [{ id }] = await test.deps.auth.accounts();
    expect(items.map(({ action, actor, objectId }) => [action, actor, objectId])).toEqual([
      ['create', null, id],
      ['create', null, 'new-account'],
      ['create', null, 'new-account'],
    ]);
    for (const { text } of [fresh, own])
      expect(JSON.stringify(items)).not.toContain(/#([\w-]+)/.exec(text)?.[1]);
    expect((await test.store.audit.verify()).brokenAt).toBeNull();
  });

  it('shows its usage when it does not understand', async () => {
    for (const args of [['--what'], ['Amina', '--new']])
      expect(await ask(...args)).toMatchObject({ code: 2, text: expect.stringContaining('Usage:') });
  });
});
