import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentMapping } from '../../../server/imports/contract.ts';
import { createImportBench, fileOf, type ImportBench, refusalOf } from '../../fixtures/import-files.ts';

const HEADER = 'id,date,category,lon,lat,place,ethnicity,victim_name,Telefon\n';
const TEXT = `${HEADER}1,2024-03-01 10:00,Theft,36.8,-1.3,A street,MarkerGroup,MarkerName,MarkerCall
2,never,Theft,36.8,-1.3,B street,MarkerGroup,MarkerName,MarkerCall
3,2024-03-01 10:00,Theft,36.8,-1.3,C street,MarkerGroup,MarkerName,MarkerCall,more
`;

let bench: ImportBench;
beforeEach(async () => {
  bench = await createImportBench();
});
afterEach(() => bench.close());

const inspect = (text = TEXT) => bench.inspect(fileOf(text), 'incidents.csv', 'incidents');

describe('columns that tell of persons', () => {
  it('are named in the preview, without what is in them', async () => {
    const inspection = await inspect();
    expect(inspection.leftBehind).toEqual([
      { column: 'ethnicity', attribute: 'ethnicity' },
      { column: 'victim_name', attribute: 'name' },
      { column: 'Telefon', attribute: 'contact' },
    ]);
    expect(JSON.stringify(inspection)).not.toContain('Marker');
    expect(inspection.rows[0]).toContain('A street');
  });

  it('leave nothing behind, not even in refused rows', async () => {
    const { mapping } = await inspect();
    const record = await bench.load(fileOf(TEXT, 50), mapping);
    expect(record).toMatchObject({ stored: 1, refused: { bad_time: 1, wrong_cell_count: 1 } });
    const cells: string[][] = [];
    for await (const row of bench.store.imports.refused(record.id)) cells.push(row.cells);
    expect(cells[0]).toEqual(['2', 'never', 'Theft', '36.8', '-1.3', 'B street', '', '', '']);
    expect(cells[1].every((cell) => cell === '')).toBe(true);
    const files = ['', '-wal'].map((end) => `${bench.databaseFile}${end}`).filter((file) => existsSync(file));
    for (const file of files) expect(readFileSync(file).includes('Marker')).toBe(false);
  });

  it('cannot be used as anything, whoever says so', async () => {
    const { mapping } = await inspect();
    const wrong = { ...(mapping as IncidentMapping), place: 'victim_name' };
    const refusal = await refusalOf(bench.load(fileOf(TEXT), wrong));
    expect(refusal.code).toBe('personal_column');
    expect(refusal.message).toContain('victim_name');
    expect(await bench.store.datasets.list()).toEqual([]);
  });

  it('are not taken for a time by the guess', async () => {
    const text = 'id,date_of_birth,date,category,lon,lat\n1,1980-01-01 10:00,2024-03-01,Theft,36.8,-1.3\n';
    const { mapping } = await inspect(text);
    expect((mapping as IncidentMapping).time?.from.date).toBe('date');
  });

  it('are not missed in a file that has none', async () => {
    const { leftBehind } = await inspect('id,date,category,lon,lat\n1,2024-03-01,Theft,36.8,-1.3\n');
    expect(leftBehind).toEqual([]);
  });
});
