import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseAgain } from '../../../server/backup/erase-again.ts';
import { noteErased, readErased } from '../../../server/erased-list.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signInAs(['secretary', 'admin', 'data_guardian']);
});
afterEach(() => test.close());

const act = { actor: null, at: '2025-03-01T12:00:00.000Z' };
const headers = { 'If-Match': '"1"' };
async function raise(summary: string): Promise<string> {
  const consent = { answerMe: true, contactMe: false, publishSummary: false };
  const json = { receivedOn: '2025-02-20', channel: 'box', summary, contact: '0712 345 678', consent };
  const reply = await test.call('POST', '/api/concerns', { cookie, json });
  return (await reply.json()).concern.id;
}

describe('the list of what was erased', () => {
  it('holds ids alone, beside the database, for its owner alone', async () => {
    const [words, contact, passedOn] = [await raise('Lamp'), await raise('Gate'), await raise('Door')];
    await test.call('POST', `/api/concerns/${words}/erase`, { cookie, headers });
    await test.call('DELETE', `/api/concerns/${contact}/contact`, { cookie, headers });
    const json = { step: 'protect', pathway: 'survivor_support' };
    const reply = await test.call('POST', `/api/concerns/${passedOn}/triage`, { cookie, headers, json });
    expect(reply.status).toBe(200);
    await test.signInAs(['committee_member'], 'Rosa Resident');
    const rosa = (await test.deps.auth.accounts()).find(({ name }) => name === 'Rosa Resident')?.id ?? '';
    await test.call('POST', `/api/people/${rosa}/erase`, { cookie, json: { sure: 'erase' } });
    expect(readErased(test.deps.config.dataFolder)).toEqual([
      { kind: 'concern', id: words },
      { kind: 'contact', id: contact },
      { kind: 'protected', id: passedOn },
      { kind: 'user', id: rosa },
    ]);
    expect(statSync(join(test.deps.config.dataFolder, 'erased')).mode & 0o777).toBe(0o600);
  });

  it('is empty where nothing was erased, and says in the log when it cannot be written', () => {
    expect(readErased(test.deps.config.dataFolder)).toEqual([]);
    const config = { ...test.deps.config, dataFolder: '/nowhere/at/all' };
    noteErased({ ...test.deps, config }, { kind: 'user', id: 'a' });
    expect(test.lines.at(-1)).toMatchObject({ level: 'error' });
  });
});

describe('a copy from before', () => {
  it('loses again what was erased since, once', async () => {
    const [words, contact, other] = [await raise('Lamp'), await raise('Gate'), await raise('Door')];
    const erased = [
      { kind: 'concern', id: words },
      { kind: 'contact', id: contact },
      { kind: 'concern', id: 'unknown' },
    ] as const;
    expect(await eraseAgain(test.store, erased, act)).toEqual({ concerns: 1, contacts: 1, people: 0 });
    expect(await test.store.concerns.get(words)).toMatchObject({ summary: '', hasContact: false });
    expect(await test.store.concerns.get(contact)).toMatchObject({ summary: 'Gate', hasContact: false });
    expect(await test.store.concerns.get(other)).toMatchObject({ summary: 'Door', hasContact: true });
    expect(await eraseAgain(test.store, erased, act)).toEqual({ concerns: 0, contacts: 0, people: 0 });
  });
});
