import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
let id: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  id = (await (await test.call('POST', '/api/problems', { cookie, json: { title: 'Stops' } })).json()).id;
});
afterEach(() => test.close());

const despite = { more_than_one_source: 'The only one.', six_months_of_data: 'The first.' };
const move = (json: object, version: number) =>
  test.call('POST', `/api/problems/${id}/stage`, {
    cookie,
    json: { stage: 'analysis', reason: 'So.', ...json },
    headers: { 'If-Match': `"${version}"` },
  });
async function broken(): Promise<string[]> {
  const { items } = await (await test.call('GET', `/api/problems/${id}/gates`, { cookie })).json();
  return items
    .filter(({ leaves, holds }: { leaves: string; holds: boolean }) => leaves === 'scanning' && !holds)
    .map((rule: { id: string }) => rule.id);
}

describe('the gate out of scanning', () => {
  it('is shut for a case with nothing in it: the refusal says what is missing and who can give it', async () => {
    const reply = await move({ despite }, 1);
    expect(reply.status).toBe(409);
    const { code, missing, errors } = await reply.json();
    expect(code).toBe('gate_not_passed');
    expect(missing).toContain('cheers_passed');
    expect(errors[0].detail).toMatch(/CHEERS.*Can be given by: analyst or police member/);
    expect((await (await test.call('GET', `/api/problems/${id}`, { cookie })).json()).stage).toBe('scanning');
  });

  it('opens when all that must be there is, and the rest is answered for', async () => {
    expect(await broken()).toHaveLength(7);
    const version = await test.readyForAnalysis(id);
    expect(await broken()).toEqual(['more_than_one_source', 'six_months_of_data']);
    const silent = await move({}, version);
    expect([silent.status, (await silent.json()).code]).toEqual([409, 'warning_not_answered']);
    const blank = await move({ despite: { ...despite, six_months_of_data: ' ' } }, version);
    expect(blank.status).toBe(400);
    expect((await move({ despite }, version)).status).toBe(200);
  });

  it('counts sources: what is listed, and the rule that links incidents', async () => {
    const add = (kind: string) =>
      test.call('POST', `/api/problems/${id}/items`, {
        cookie,
        json: { kind: 'source', body: { kind, what: 'Something' } },
      });
    await add('survey');
    await add('survey');
    expect(await broken()).toContain('more_than_one_source');
    await add('meeting');
    expect(await broken()).not.toContain('more_than_one_source');
  });

  it('of a case written by somebody else in the meantime says so first', async () => {
    expect((await move({ despite }, 7)).status).toBe(412);
  });
});
