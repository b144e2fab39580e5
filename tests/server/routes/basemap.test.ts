import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

const bytes = Uint8Array.from({ length: 1000 }, (_, n) => n % 251);
let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  const folder = join(test.deps.config.dataFolder, 'basemap');
  mkdirSync(folder);
  writeFileSync(join(folder, 'city.pmtiles'), bytes);
  writeFileSync(join(folder, 'Größe 2.pmtiles'), 'x');
  writeFileSync(join(folder, 'notes.txt'), 'not a map');
  writeFileSync(join(folder, '.hidden.pmtiles'), 'no');
  mkdirSync(join(folder, 'folder.pmtiles'));
  writeFileSync(join(test.deps.config.dataFolder, 'secret'), 'the secret');
  symlinkSync('../secret', join(folder, 'link.pmtiles'));
});
afterAll(() => test.close());

const get = (name: string, headers: Record<string, string> = {}) =>
  test.call('GET', `/api/basemap/${name}`, { cookie, headers });

describe('the base map files', () => {
  it('are listed by name and size, and nothing else is', async () => {
    const reply = await test.call('GET', '/api/basemap', { cookie });
    const { items } = await reply.json();
    expect(items.map((item: { name: string }) => item.name)).toEqual(
      expect.arrayContaining(['Größe 2.pmtiles', 'city.pmtiles']),
    );
    expect(JSON.stringify(items)).not.toMatch(/notes|hidden|folder|link/);
    expect(items).toContainEqual({ name: 'city.pmtiles', bytes: 1000 });
  });

  it('are an empty list when there is no folder', async () => {
    const bare = await createTestApp();
    const reply = await bare.call('GET', '/api/basemap', { cookie: await bare.signIn() });
    expect(await reply.json()).toEqual({ items: [], next: null });
    await bare.close();
  });

  it('come whole', async () => {
    const reply = await get('city.pmtiles');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('accept-ranges')).toBe('bytes');
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes);
    expect((await get(encodeURIComponent('Größe 2.pmtiles'))).status).toBe(200);
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=990-', 990, 999],
    ['bytes=-5', 995, 999],
    ['bytes=500-5000', 500, 999],
  ])('come in ranges: %s', async (range, from, to) => {
    const reply = await get('city.pmtiles', { Range: range });
    expect(reply.status).toBe(206);
    expect(reply.headers.get('content-range')).toBe(`bytes ${from}-${to}/1000`);
    expect(reply.headers.get('content-length')).toBe(String(to - from + 1));
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes.slice(from, to + 1));
  });

  it('say when a range lies outside', async () => {
    const reply = await get('city.pmtiles', { Range: 'bytes=1000-' });
    expect(reply.status).toBe(416);
    expect(reply.headers.get('content-range')).toBe('bytes */1000');
    expect(await reply.json()).toMatchObject({ code: 'range_outside' });
  });

  it('come whole when they changed since the first range', async () => {
    const { headers } = await get('city.pmtiles', { Range: 'bytes=0-1' });
    const tag = headers.get('etag') ?? '';
    expect((await get('city.pmtiles', { Range: 'bytes=0-1', 'If-Range': tag })).status).toBe(206);
    expect((await get('city.pmtiles', { Range: 'bytes=0-1', 'If-Range': '"older"' })).status).toBe(200);
  });

  it.each([
    '..%2Fsecret',
    '%2e%2e%2fsecret',
    '..%5Csecret',
    '..%2Fsecret%00.pmtiles',
    '%2Fetc%2Fpasswd',
    '.hidden.pmtiles',
    'notes.txt',
    'folder.pmtiles',
    'link.pmtiles',
    'absent.pmtiles',
    'a%2F..%2Fcity.pmtiles',
  ])('cannot be left through the name %s', async (name) => {
    const reply = await get(name);
    expect([400, 404]).toContain(reply.status);
    expect(await reply.text()).not.toMatch(/the secret|root:/);
  });
});
