import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
});
afterAll(() => test.close());

const openCase = async (json: object) =>
  (await (await test.call('POST', '/api/problems', { cookie: analyst, json })).json()).id;
const takeOut = (id: string, cookie: string) =>
  test.call('POST', `/api/problems/${id}/file-exports`, { cookie });

describe('the file of a case that is taken out', () => {
  it('stands in the history of the case', async () => {
    const id = await openCase({ title: 'Stops' });
    expect((await takeOut(id, analyst)).status).toBe(204);
    const { items } = await (
      await test.call('GET', `/api/problems/${id}/history`, { cookie: analyst })
    ).json();
    expect(items.map(({ action }: { action: string }) => action).toSorted()).toEqual(['create', 'export']);
  });

  it('is of a case that the reader sees', async () => {
    const member = await test.signInAs(['committee_member']);
    const own = await openCase({ title: 'Internal', confidentiality: 'internal' });
    const open = await openCase({ title: 'Open', confidentiality: 'committee' });
    expect((await takeOut(own, member)).status).toBe(404);
    expect((await takeOut(open, member)).status).toBe(204);
    expect((await takeOut('none', analyst)).status).toBe(404);
  });
});
