import { describe, expect, it } from 'vitest';
import { readAssetKinds } from '../../../server/imports/asset-kinds.ts';
import { readCategoryGuard } from '../../../server/imports/category-scheme.ts';
import { createReportGuard } from '../../../server/imports/report-guard.ts';
import { fileOf, inspectOnly } from '../../fixtures/import-files.ts';

const isReport = createReportGuard(readCategoryGuard(), readAssetKinds());

describe('a report among places', () => {
  it.each([
    [['17', 'Rape', 'High Street']],
    [['17', 'Forcible rape in a car', '2024-03-01 10:00']],
    [['17', 'Forcible rape in a car', '3/14/2024']],
    [['17', 'Forcible rape in a car', '1709287200000']],
  ])('%j is one', (cells) => {
    expect(isReport(cells)).toBe(true);
  });

  it.each([
    [['17', 'Rape crisis centre', 'High Street']],
    [['17', 'Domestic violence shelter', '24']],
    [['17', 'Clinic for survivors of rape', '2024-03-01']],
    [['17', 'North school', '2024-03-01']],
    [[]],
  ])('%j is none', (cells) => {
    expect(isReport(cells)).toBe(false);
  });

  it('is counted, never shown, in a table and in GeoJSON', async () => {
    const table = 'id,lon,lat,kind,name\n1,36.8,-1.3,school,North\n2,36.9,-1.2,Rape,Mark\n3,x,y,Rape,Mark\n';
    const feature = (name: string, offence: string, geometry: unknown) => ({
      type: 'Feature',
      properties: { name, offence },
      geometry,
    });
    const layer = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature('North', 'school', { type: 'Point', coordinates: [36.8, -1.3] }),
        feature('Mark', 'Rape', { type: 'Point', coordinates: [36.9, -1.2] }),
        feature('Mark', 'Rape', null),
      ],
    });
    for (const [content, name] of [
      [table, 'places.csv'],
      [layer, 'places.geojson'],
    ]) {
      const found = await inspectOnly(fileOf(content), name, { kind: 'assets' });
      expect(found.verdicts).toMatchObject({ stored: 1, refused: { protected_category: 2 } });
      expect(JSON.stringify(found)).not.toContain('Mark');
    }
  });
});
