import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { status } from '../../../server/cli/status.ts';
import { addCategory, addDataset, load } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

const ask = (...args: string[]) =>
  status(args, { store: test.store, auth: test.deps.auth, dataFolder: '/data/here' });

describe('cg status', () => {
  it('says as JSON what is there', async () => {
    await test.signIn();
    await addCategory(test.store, 1);
    const { id } = await addDataset(test.store, 'Calls');
    await load(test.store, id, [{}, {}]);
    const { code, text } = await ask('--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      dataFolder: '/data/here',
      accounts: 1,
      datasets: [{ name: 'Calls', kind: 'incidents', count: 2 }],
      problems: 0,
      imports: 1,
    });
    expect((await ask()).text).toContain('Calls: 2 incidents');
  });

  it('shows its usage when it does not understand', async () => {
    expect(await ask('--yaml')).toMatchObject({ code: 2, text: expect.stringContaining('Usage:') });
  });
});
