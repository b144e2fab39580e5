import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AreaGeometry } from '../../../server/domain/geometry.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signInAs(['admin', 'analyst', 'secretary']);
});
afterEach(() => test.close());

interface Hit {
  kind: string;
  id: string;
  title: { text: string; isFound: boolean }[];
  snippet: { text: string; isFound: boolean }[];
}
async function page(query: string, as = cookie): Promise<{ items: Hit[]; next: string | null }> {
  const reply = await test.call('GET', `/api/search?${query}`, { cookie: as });
  expect(reply.status, query).toBe(200);
  return reply.json();
}
const plain = ({ title }: Hit) => title.map(({ text }) => text).join('');
async function found(text: string, as = cookie): Promise<string[]> {
  return (await page(`text=${encodeURIComponent(text)}`, as)).items.map((hit) => `${hit.kind} ${plain(hit)}`);
}

async function post(path: string, json: object) {
  const reply = await test.call('POST', path, { cookie, json });
  expect(reply.status, path).toBe(201);
  return reply.json();
}
const open = (title: string, more: object = {}) => post('/api/problems', { title, ...more });
async function raise(summary: string, more: object = {}) {
  const told = { receivedOn: '2025-02-20', channel: 'box', summary, ...more };
  return (await post('/api/concerns', told)).concern;
}
let organisation: number | null = null;
beforeEach(() => {
  organisation = null;
});
async function promise(text: string, more: object = {}) {
  organisation ??= (await post('/api/organisations', { name: 'Parks and Lighting', kind: 'utility' })).id;
  return post('/api/commitments', {
    problemId: null,
    organisationId: organisation,
    text,
    kind: 'infrastructure',
    ...more,
  });
}

function box(west: number): AreaGeometry {
  const [east, north] = [west + 1, 1];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, north],
        [west, north],
        [west, 0],
      ],
    ],
  };
}

describe('a search', () => {
  it('finds words in cases, concerns and commitments, by their beginnings', async () => {
    const { ref } = await open('Robberies at the ferry steps', { statement: 'Mostly on Fridays.' });
    await raise('Bags are snatched near the ferry');
    await promise('Two more lamps at the ferry steps');
    await open('Something else');
    expect((await found('ferr')).sort()).toEqual([
      'commitment Two more lamps at the ferry steps',
      'concern Bags are snatched near the ferry',
      `problem ${ref} Robberies at the ferry steps`,
    ]);
    expect(await found('ferry lamps')).toEqual(['commitment Two more lamps at the ferry steps']);
    expect(await found('friday')).toHaveLength(1);
    expect(await found('erry')).toEqual([]);
    expect(await found(ref)).toHaveLength(1);
    expect(await found('lighting')).toEqual(['commitment Two more lamps at the ferry steps']);
  });

  it('finds what was written in the parts and entries of a case, until it is taken out', async () => {
    const { id } = await open('Stops');
    const json = { kind: 'source', body: { kind: 'survey', what: 'A survey of umbrella sellers' } };
    const item = await post(`/api/problems/${id}/items`, json);
    expect(await found('umbrella')).toHaveLength(1);
    await test.call('DELETE', `/api/problems/${id}/items/${item.id}`, { cookie });
    expect(await found('umbrella')).toEqual([]);
  });

  it('takes accents, case and the forms of letters for the same', async () => {
    const same = [
      ['Überfälle am Café', 'uberfalle cafe'],
      ['Uberfalle am Cafe', 'Überfälle Café'],
      ['Vols à l’étalage', 'a l etalage'],
      ['مَدْرَسَة الحـــي', 'مدرسة الحي'],
      ['مدرسه الحي', 'مَدْرَسَة'],
      ['إنارة الشارع', 'اناره'],
      ['मोटरसाइकिल की चोरी', 'चोरी'],
      ['नशा', 'नशा'],
      ['Straße', 'strasse'],
      ['İskele ışıkları', 'isik'],
    ];
    for (const [title, text] of same) {
      const { id } = await open(title);
      expect(await found(text), title).toHaveLength(1);
      await test.call('DELETE', `/api/problems/${id}`, { cookie });
    }
  });

  it('marks what it found, in the words as they were written', async () => {
    await open('Überfälle', {
      statement: `${'Davor. '.repeat(30)}Beim Café im Hof. ${'Danach. '.repeat(60)}`,
    });
    const [{ title, snippet }] = (await page('text=cafe%20uberf')).items;
    expect(title.filter(({ isFound }) => isFound)).toEqual([{ text: 'Überfälle', isFound: true }]);
    expect(snippet.filter(({ isFound }) => isFound)).toEqual([{ text: 'Café', isFound: true }]);
    const whole = snippet.map(({ text }) => text).join('');
    expect(whole).toMatch(/^… .*Beim Café im Hof\. Danach\..* …$/s);
    expect(whole.length).toBeLessThan(260);
  });

  it('takes quotes, stars and operators as words, or as nothing', async () => {
    await open('NEAR the OR and AND bridge');
    const hostile = [
      '"',
      '""',
      '*',
      'NEAR',
      'NEAR(a b)',
      'a AND',
      'OR',
      'title:x',
      '{title}: x',
      '^a',
      'a"b',
      "'; DROP TABLE problem; --",
      '(',
      ')',
      '-',
      '+',
      '\\',
      '%00',
      '\u0000',

      'a'.repeat(200),
      'x '.repeat(100),
      '🙂',
      '()*"^:{}',
    ];
    for (const text of hostile) {
      const address = `/api/search?text=${encodeURIComponent(text)}`;
      expect((await test.call('GET', address, { cookie })).status, text).toBeLessThan(401);
    }
    expect(await found('NEAR')).toHaveLength(1);
    expect((await test.call('GET', '/api/search?text=%ED%A0%80', { cookie })).status).toBeLessThan(401);
  });

  it('refuses 10,000 letters with a sentence', async () => {
    const reply = await test.call('GET', `/api/search?text=${'a'.repeat(10_000)}`, { cookie });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(await reply.json())).toContain(
      'has 10,000 characters, and at most 200 are taken: shorten it.',
    );
  });

  it('gives each hit once over its pages, those with the word in the title first', async () => {
    for (let i = 0; i < 7; i++) await open(`Noise ${i}`);
    for (let i = 0; i < 3; i++) await open(`Other ${i}`, { statement: 'Noise too' });
    const all: string[] = [];
    for (let after = ''; ; ) {
      const { items, next } = await page(`text=noise&limit=4${after}`);
      all.push(...items.map(plain));
      if (next === null) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(new Set(all).size).toBe(10);
    expect(all.slice(0, 7).every((title) => title.includes('Noise'))).toBe(true);
  });
});

describe('what somebody may not read', () => {
  it('is not found: internal cases and what was promised in them, for a committee', async () => {
    const { id } = await open('Hidden lanterns');
    const shown = await open('Shown lanterns', { confidentiality: 'committee' });
    await promise('Lanterns in the hidden one', { problemId: id, visibility: 'public' });
    await promise('Lanterns in the shown one', { problemId: shown.id, visibility: 'committee' });
    await promise('Lanterns nobody hears of', { problemId: shown.id, visibility: 'internal' });
    const committee = await test.signInAs(['committee_member']);
    expect((await found('lanterns', committee)).sort()).toEqual([
      'commitment Lanterns in the shown one',
      `problem ${shown.ref} Shown lanterns`,
    ]);
  });

  it('is not found: what lies in other areas', async () => {
    const area = await post('/api/areas', { name: 'Here', kind: 'district', geometry: box(0) });
    const at = (lon: number) => ({
      precision: 'neighbourhood',
      chosenBy: 'staff',
      position: [lon, 0.5],
      areaId: null,
    });
    const inside: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0.2, 0.2],
          [0.8, 0.2],
          [0.8, 0.8],
          [0.2, 0.2],
        ],
      ],
    };
    await open('Lanterns here', { geometry: inside });
    await open('Lanterns there', { geometry: box(3) });
    await open('Lanterns nowhere');
    await raise('Lanterns out there', { place: at(3.5) });
    await raise('Lanterns in here', { place: at(0.5) });
    await promise('Lanterns far away', { geometry: box(3), visibility: 'public' });
    const secretary = await test.signInFor(area.id, ['secretary']);
    const seen = await found('lanterns', secretary);
    expect(seen.map((one) => one.replace(/[A-Z]{3}-2025-\d+ /, '')).sort()).toEqual([
      'concern Lanterns in here',
      'problem Lanterns here',
    ]);
  });

  it('is not found: kinds of which no role speaks, and an agency finds its own promises alone', async () => {
    await open('Lanterns');
    await raise('Lanterns');
    await promise('Lanterns');
    expect(await found('lanterns', await test.signInAs(['publisher']))).toHaveLength(2);
    expect(await found('lanterns', await test.signInAs(['admin']))).toEqual([]);
    expect(await found('lanterns', await test.signInAs(['agency_owner']))).toEqual([]);
    expect(await found('lanterns', await test.signInAs([]))).toEqual([]);
  });
});

describe('words that are taken out', () => {
  beforeEach(async () => {
    await test.close();
    test = await createTestApp({}, { database: 'disk' });
    cookie = await test.signInAs(['admin', 'analyst', 'secretary']);
  });

  const MARKER = 'xylophonemarker';
  /** Every byte of the database; its log is written back and emptied. */
  async function bytes(): Promise<Buffer> {
    const file = join(test.deps.config.dataFolder, 'common-ground.sqlite');
    const db = new Database(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    return readFileSync(file);
  }

  it('leave the index with the concern that is erased, and its bytes the file', async () => {
    const { id, version } = await raise('A sentence', { detail: `The ${MARKER} at the corner` });
    // Pages of the index that are split and merged round it.
    for (let i = 0; i < 40; i++) await raise(`xylophon${i} stands here`, { detail: `xylophonemarkes${i}` });
    expect(await found(MARKER)).toHaveLength(1);
    expect((await bytes()).includes(MARKER)).toBe(true);
    const guardian = await test.signInAs(['data_guardian']);
    const erased = await test.call('POST', `/api/concerns/${id}/erase`, {
      cookie: guardian,
      headers: { 'If-Match': `"${version}"` },
    });
    expect(erased.status).toBe(200);
    expect(await found(MARKER)).toEqual([]);
    expect((await bytes()).includes(MARKER)).toBe(false);
  });

  it('leave it with an edit, and with a case that is deleted until it comes back', async () => {
    const { id } = await open('Lamps', { statement: MARKER });
    const edit = { cookie, json: { statement: 'Other' }, headers: { 'If-Match': '"1"' } };
    await test.call('PATCH', `/api/problems/${id}`, edit);
    expect(await found(MARKER)).toEqual([]);
    await test.call('DELETE', `/api/problems/${id}`, { cookie });
    expect(await found('lamps')).toEqual([]);
    await test.call('POST', `/api/problems/${id}/restore`, { cookie });
    expect(await found('lamps')).toHaveLength(1);
  });

  it('never were in it when a concern was passed on as protected', async () => {
    const { id, version } = await raise(`${MARKER} at home`);
    const step = { step: 'protect', pathway: 'survivor_support' };
    const headers = { 'If-Match': `"${version}"` };
    const passed = await test.call('POST', `/api/concerns/${id}/triage`, { cookie, json: step, headers });
    expect(passed.status).toBeLessThan(300);
    expect(await found(MARKER)).toEqual([]);
    expect((await bytes()).includes(MARKER)).toBe(false);
  });
});

describe('the photos and documents of a case', () => {
  const act = { actor: null, at: '2025-03-01T12:00:00.000Z' };
  const file = {
    name: 'Ferry-steps-lamp.jpg',
    mediaType: 'image/jpeg' as const,
    kind: 'place' as const,
    caption: 'The broken lantern',
    takenOn: null,
    width: 1,
    height: 1,
    content: new Uint8Array(3),
    preview: null,
  };

  it('are found with it by what is said of them and by the name of the file, as long as they are there', async () => {
    const { id } = await open('Dark stops');
    const { id: attached } = await test.store.attachments.add(id, file, act);
    const hit = [expect.stringMatching(/^problem .* Dark stops$/)];
    expect(await found('lantern')).toEqual(hit);
    expect(await found('ferry lamp')).toEqual(hit);
    await test.store.attachments.update(id, attached, 1, { caption: 'The mended one' }, act);
    expect(await found('lantern')).toEqual([]);
    expect(await found('mended')).toEqual(hit);
    await test.store.attachments.remove(id, attached, act);
    expect(await found('ferry')).toEqual([]);
    await test.store.attachments.restore(id, attached, act);
    expect(await found('ferry')).toEqual(hit);
  });

  it('are found by nobody who may not read the case', async () => {
    const { id } = await open('Dark stops');
    await test.store.attachments.add(id, file, act);
    const member = await test.signInAs(['committee_member']);
    expect(await found('lantern', member)).toEqual([]);
  });
});
