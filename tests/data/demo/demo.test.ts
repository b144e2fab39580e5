import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateDemo } from '../../../data/demo/demo.ts';

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('generateDemo', () => {
  const demo = generateDemo();

  it('gives the same bytes every time', () => {
    expect(digest(generateDemo())).toBe(digest(demo));
  });

  it('gives the bytes it gave when data/README.md was written', () => {
    expect(digest(demo)).toBe('73bbb2ee1844dbc14d19fdef1cabde75dbb0bfbd535a391a2083d62fe7ea1999');
  });

  it('says that the district is fictional', () => {
    expect(demo.name).toMatch(/fictional/i);
    expect(demo.areas[0].name).toBe(demo.name);
  });

  it('puts every area but the district itself into the district', () => {
    const [district, ...others] = demo.areas;
    expect(district.within).toBeNull();
    expect(others.every((area) => area.within === district.sourceId)).toBe(true);
    expect(new Set(demo.areas.map((area) => area.sourceId)).size).toBe(demo.areas.length);
  });

  it('lays streets, bridges and a river', () => {
    expect(new Set(demo.streets.map((street) => street.class))).toEqual(
      new Set(['arterial', 'street', 'bridge', 'river']),
    );
    expect(demo.streets.every(({ line, name }) => line.length >= 2 && name !== '')).toBe(true);
  });

  it('opens two problem cases, one at work and one just found', () => {
    expect(demo.problems.map((problem) => problem.moves.at(-1)?.stage ?? 'scanning')).toEqual([
      'response',
      'scanning',
    ]);
  });
});
