import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCommand } from '../../../server/cli/import.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { Store } from '../../../server/store/ports.ts';

const ROWS =
  'id,date,category,lon,lat\n1,03/04/2024 10:00,Theft,36.8,-1.3\n2,13/04/2024 10:00,Family matter,36.9,-1.2\n3,never,Theft,36.9,-1.2\n4,14/04/2024,Rape,36.9,-1.2\n5,14/04/2024 09:00,Theft,,\n';

let folder: string;
let store: Store;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-cli-'));
  store = await openStore({ file: join(folder, 'common-ground.sqlite') });
  file = written('incidents.csv', ROWS);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]) {
  const now = () => new Date('2026-01-01T00:00:00Z');
  return importCommand(args, { databaseFile: join(folder, 'common-ground.sqlite'), now });
}

describe('import on the command line', () => {
  it.each([
    [[]],
    [['nothing.csv', '--dataset', 'X']],
    [['FILE']],
    [['FILE', '--dataset', 'X', '--kind', 'persons']],
    [['FILE', '--dataset', 'X', '--timezone', 'Mars/Base']],
    [['FILE', '--dataset', 'X', '--map', 'nothing.json']],
    [['FILE', '--dataset', 'X', '--wrong']],
    [['FILE', 'FILE', '--dataset', 'X']],
  ])('%j is wrong usage', async (args) => {
    const { code, text } = await run(...args.map((arg) => (arg === 'FILE' ? file : arg)));
    expect(code).toBe(2);
    expect(text).toContain('Usage:');
  });

  it('names doubtful labels and stores nothing', async () => {
    const { code, text } = await run(file, '--dataset', 'Doubtful', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(text)).toMatchObject({ code: 'undecided_categories' });
    expect(text).toContain('Family matter');
    expect((await store.datasets.list()).map(({ name }) => name)).not.toContain('Doubtful');
  });

  it('refuses a file with one sentence', async () => {
    const { code, text } = await run(written('empty.csv', ''), '--dataset', 'X');
    expect([code, text]).toEqual([3, 'The file is empty: export it again and check that it has rows.']);
  });

  it.each([
    ['no_position_columns', 'id,beat,date,category\n1,12,2024-03-01,Theft\n2,14,2024-03-01,Theft\n'],
    ['all_rows_refused', 'id,date,category,lon,lat\n1,20224-03-01,Theft,36.8,-1.3\n'],
  ])('refuses in a trial what it would refuse in earnest: %s', async (code, text) => {
    const path = written(`${code}.csv`, text);
    for (const more of [
      [],
      ['--dry-run'],
      ['--timezone', 'Africa/Nairobi'],
      ['--dry-run', '--timezone', 'Africa/Nairobi'],
    ]) {
      const outcome = await run(path, '--dataset', 'Refused', '--json', ...more);
      expect([outcome.code, JSON.parse(outcome.text)]).toMatchObject([3, { code }]);
    }
  });

  it('says it well of a single row', async () => {
    const { text } = await run(
      written('one.csv', 'id,date,category,lon,lat\n1,20224-03-01,Theft,36.8,-1.3\n'),
      '--dataset',
      'X',
    );
    expect(text).toBe(
      'The only row cannot be used; the reason is a year before 1900 or in the future. Nothing was stored.',
    );
  });

  it('says where a map does not fit', async () => {
    const map = written('bad.json', '{"time":{"order":"sideways"}}');
    const { code, text } = await run(file, '--dataset', 'X', '--map', map);
    expect(code).toBe(3);
    expect(text).toContain('time.order');
  });

  it('tries, then loads, and prints the counts', async () => {
    const map = written('map.json', '{"decisions":{"Family matter":"open"}}');
    const args = [file, '--dataset', 'Town', '--map', map, '--timezone', 'Africa/Kigali', '--json'];
    const expected = {
      read: 5,
      stored: 2,
      refused: { bad_time: 1, protected_category: 1 },
      unlocated: 1,
      duplicates: 0,
      bbox: [36.8, -1.3, 36.9, -1.2],
      from: '2024-04-03T08:00:00.000Z',
      to: '2024-04-14T07:00:00.000Z',
    };
    const tried = await run(...args, '--dry-run');
    expect(tried.code).toBe(0);
    expect(JSON.parse(tried.text)).toEqual({ ...expected, seconds: expect.any(Number) });
    expect(await store.datasets.list()).toEqual([]);
    const loaded = await run(...args);
    expect(JSON.parse(loaded.text)).toEqual({ ...expected, seconds: expect.any(Number) });
    expect(await store.datasets.list()).toMatchObject([
      { name: 'Town', count: 3, timezone: 'Africa/Kigali' },
    ]);
    const again = await run(...args.filter((arg) => arg !== '--json'));
    expect(again.text).toContain('Duplicates: 3.');
  });
});
