import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../analysis/random.ts';
import { analysed, failed, tableFile } from './run-analyse.ts';

const at = (x: number, y: number, day: number) => [x, y, day];

describe('cg analyse of hotspots over time', () => {
  // A lattice of incidents every day; one corner lasts, another comes in the last tenth.
  const random = seededRandom(3);
  const rows: number[][] = [];
  for (let day = 0; day < 70; day++)
    for (let k = 0; k < 40; k++) rows.push(at(random.next() * 2000, random.next() * 2000, day));
  for (let day = 0; day < 70; day++)
    for (let k = 0; k < 12; k++) rows.push(at(random.next() * 300, random.next() * 300, day));
  for (let day = 63; day < 70; day++)
    for (let k = 0; k < 40; k++) rows.push(at(1700 + random.next() * 300, 1700 + random.next() * 300, day));
  const file = tableFile([['x', 'y', 't'], ...rows]);
  const options = '--time t --cell 200 --period 7';
  const labelAt = (found: { x: number[]; y: number[]; labels: string[] }, x: number, y: number) =>
    found.labels[found.x.findIndex((value, i) => value === x && found.y[i] === y)];

  it('names what lasts and what is new, by trend and by shares', async () => {
    const trend = await analysed(`emerging-hotspots ${options}`, file);
    expect(trend).toMatchObject({
      n: rows.length,
      steps: 10,
      starts: [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70],
    });
    expect(labelAt(trend, 100, 100)).toMatch(/^(persistent|diminishing|intensifying)_hot$/);
    expect(labelAt(trend, 1900, 1900)).toBe('new_hot');
    expect(trend.strips[0]).toHaveLength(10);
    const shares = await analysed(`hotspot-classification ${options}`, file);
    expect(labelAt(shares, 100, 100)).toBe('persistent_hot');
    expect(labelAt(shares, 1900, 1900)).toBe('emerging_hot');
    expect(shares.recent).toBe(2);
  });

  it('counts periods back from the last day, and says what came before', async () => {
    const found = await analysed('emerging-hotspots --time t --cell 200 --period 30', file);
    expect(found.starts).toEqual([10, 40, 70]);
    expect(found.warnings).toContainEqual({ code: 'incidents_before_first_period', value: 520 });
    expect((await analysed('emerging-hotspots --time t --cell 500', file)).parameters.period).toBe(7);
    expect(await failed('emerging-hotspots --time t --period 40', file)).toMatchObject({ code: 3 });
    expect(await failed('emerging-hotspots --time t --period 1.5', file)).toMatchObject({ code: 2 });
  });
});
