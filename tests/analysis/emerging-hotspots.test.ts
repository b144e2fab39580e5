import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMERGING_LABELS,
  type EmergingHotspotsOptions,
  emergingHotspots,
  labelOf,
} from '../../analysis/emerging-hotspots.ts';
import { falseDiscoveryRate } from '../../analysis/false-discovery.ts';
import type { Grid } from '../../analysis/grid.ts';
import { gridPlaces } from '../../analysis/grid-neighbours.ts';
import { mannKendall } from '../../analysis/mann-kendall.ts';
import { seededRandom } from '../../analysis/random.ts';

const options: EmergingHotspotsOptions = { stepsBack: 1, level: 0.05, correction: 'fdr' };
const gridOf = (columns: number, rows: number, shape: Grid['shape'] = 'square'): Grid => ({
  shape,
  cell: 1,
  columns,
  rows,
  x0: 0,
  y0: 0,
});
const placesOf = (grid: Grid) => gridPlaces(grid, new Uint8Array(grid.columns * grid.rows).fill(1));

/** "1" hot, "-" cold. */
const stripOf = (text: string) => Int8Array.from(text, (c) => (c === '1' ? 1 : c === '-' ? -1 : 0));
const named = (text: string, direction = 0) =>
  EMERGING_LABELS[labelOf(stripOf(text), 0, text.length, direction)];
const mirrored = (text: string) =>
  Array.from(text, (c) => (c === '1' ? '-' : c === '-' ? '1' : '0')).join('');

const cases: [string, number, string][] = [
  ['0000000001', 0, 'new'],
  ['--0000-001', 0, 'new'],
  ['0000000011', 0, 'consecutive'],
  ['0011111111', 0, 'consecutive'],
  ['1111111111', 1, 'intensifying'],
  ['0111111111', 1, 'intensifying'],
  ['1111111111', 0, 'persistent'],
  ['0111111111', 0, 'persistent'],
  ['1101111111', -1, 'diminishing'],
  ['0100000001', 0, 'sporadic'],
  ['1100111011', 1, 'sporadic'],
  ['0100-00001', 0, 'oscillating'],
  ['1111111110', 0, 'historical'],
  ['1111111110', 1, 'historical'],
];

describe('labelOf', () => {
  it.each(cases)('B9: %s with trend %d is %s', (strip, direction, label) => {
    expect(named(strip, direction)).toBe(`${label}_hot`);
    expect(named(mirrored(strip), -direction)).toBe(`${label}_cold`);
  });

  it.each(['0000000000', '1110000000', '0101010100', '---0000000', ''])('B9: %j has no pattern', (strip) => {
    expect(named(strip)).toBe('none');
  });

  it('has 17 labels, each of them once', () => {
    expect(EMERGING_LABELS.length).toBe(17);
    const met = new Set(cases.flatMap(([strip, d]) => [named(strip, d), named(mirrored(strip), -d)]));
    expect(met.size).toBe(16);
  });

  it('names every place that is hot in the last step, and none that was hardly ever', () => {
    const strip = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(strip, fc.constantFrom(-1, 0, 1), (signs, direction) => {
        const label = EMERGING_LABELS[labelOf(Int8Array.from(signs), 0, signs.length, direction)];
        const last = signs.at(-1);
        if (last === 1) expect(label).toMatch(/_hot$/);
        else if (last === -1) expect(label).toMatch(/_cold$/);
        else expect(label).toMatch(/^(none|historical_.*)$/);
      }),
    );
  });
});

/** Scores from full sums over a matrix of weights of the whole cube. */
function byDefinition(counts: Float64Array, grid: Grid, steps: number, stepsBack: number): number[] {
  const n = grid.columns * grid.rows;
  const size = counts.length;
  const mean = counts.reduce((a, b) => a + b) / size;
  const variance = counts.reduce((sum, x) => sum + (x - mean) ** 2, 0) / size;
  const z: number[] = [];
  for (let place = 0; place < n; place++)
    for (let step = 0; step < steps; step++) {
      let w = 0;
      let wx = 0;
      for (let other = 0; other < n; other++) {
        const dx = Math.abs((place % grid.columns) - (other % grid.columns));
        const dy = Math.abs(Math.floor(place / grid.columns) - Math.floor(other / grid.columns));
        if (dx > 1 || dy > 1) continue;
        for (let t = Math.max(0, step - stepsBack); t <= step; t++) {
          w++;
          wx += counts[t * n + other];
        }
      }
      z.push((wx - w * mean) / Math.sqrt((variance * (size * w - w * w)) / (size - 1)));
    }
  return z;
}

describe('emergingHotspots', () => {
  it('has the space-time Gi*, the corrected classes and the trends of their definitions', () => {
    const shape = fc.record({
      columns: fc.integer({ min: 2, max: 5 }),
      rows: fc.integer({ min: 2, max: 5 }),
      steps: fc.integer({ min: 2, max: 7 }),
      stepsBack: fc.integer({ min: 0, max: 3 }),
      seed: fc.nat(1e9),
    });
    fc.assert(
      fc.property(shape, ({ columns, rows, steps, stepsBack, seed }) => {
        const grid = gridOf(columns, rows);
        const random = seededRandom(seed);
        const counts = Float64Array.from({ length: columns * rows * steps }, (_, i) =>
          i % (columns * rows) === 0 ? 25 : random.integer(4),
        );
        const result = emergingHotspots(counts, placesOf(grid).lists, { ...options, stepsBack });
        const z = byDefinition(counts, grid, steps, stepsBack);
        const q = falseDiscoveryRate(result.z.map((score) => 2 * tail(Math.abs(score))));
        z.forEach((score, i) => {
          if (Number.isNaN(score)) expect(result.z[i]).toBeNaN();
          else expect(result.z[i]).toBeCloseTo(score, 8);
          expect(result.strips[i]).toBe(q[i] < 0.05 ? Math.sign(score) : 0);
        });
        for (let place = 0; place < columns * rows; place++) {
          const own = mannKendall(result.z.slice(place * steps, (place + 1) * steps));
          expect(result.trend[place]).toEqual(own.z);
          expect(result.trendP[place]).toEqual(own.p);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells a corner that warmed up from one that is always hot', () => {
    const random = seededRandom(4);
    const grid = gridOf(12, 12);
    const steps = 20;
    const counts = Float64Array.from({ length: 144 * steps }, (_, i) => {
      const step = Math.floor(i / 144);
      const column = i % 12;
      const row = Math.floor((i % 144) / 12);
      if (column < 3 && row < 3) return random.integer(3) + (step === 19 ? 25 : 0);
      if (column > 8 && row > 8) return random.integer(3) + 20;
      if (column > 8 && row < 3) return random.integer(2) + 15 + step;
      return random.integer(3);
    });
    const { labels, warnings } = emergingHotspots(counts, placesOf(grid).lists, { ...options, stepsBack: 0 });
    expect(EMERGING_LABELS[labels[0]]).toBe('new_hot');
    expect(EMERGING_LABELS[labels[143]]).toBe('persistent_hot');
    expect(EMERGING_LABELS[labels[11]]).toBe('intensifying_hot');
    expect(warnings).toEqual([]);
  });

  it('keeps its scores when counts are shifted and stretched', () => {
    const random = seededRandom(6);
    const { lists } = placesOf(gridOf(5, 5, 'hexagon'));
    const counts = Float64Array.from({ length: 25 * 12 }, () => random.integer(9));
    const before = emergingHotspots(counts, lists, options);
    const after = emergingHotspots(
      counts.map((count) => 3 * count + 50),
      lists,
      options,
    );
    before.z.forEach((score, i) => {
      expect(after.z[i]).toBeCloseTo(score, 8);
    });
    expect(after.labels).toEqual(before.labels);
  });

  it('says nothing without variation, without neighbours, without places', () => {
    const { lists } = placesOf(gridOf(3, 3));
    const flat = emergingHotspots(new Float64Array(9 * 12).fill(2), lists, options);
    expect(flat.labels.every((label) => label === 0)).toBe(true);
    expect(flat.warnings).toEqual([{ code: 'no_variation', value: 9 }]);
    expect(flat.critical).toBe(Infinity);
    const alone = { starts: new Uint32Array(3), list: new Uint32Array(0) };
    expect(emergingHotspots(Float64Array.of(1, 9, 1, 9), alone, options).trend[0]).toBeNaN();
    const none = { starts: new Uint32Array(1), list: new Uint32Array(0) };
    expect(emergingHotspots(new Float64Array(0), none, options)).toMatchObject({ n: 0, steps: 0 });
  });

  it('warns of few and of empty steps', () => {
    const { lists } = placesOf(gridOf(3, 3));
    const counts = new Float64Array(9 * 4);
    counts[0] = 5;
    expect(emergingHotspots(counts, lists, options).warnings).toEqual([
      { code: 'few_steps', value: 4 },
      { code: 'empty_steps', value: 3 },
    ]);
  });

  it('refuses broken input', () => {
    const { lists } = placesOf(gridOf(3, 3));
    const cube = new Float64Array(90);
    expect(() => emergingHotspots(new Float64Array(10), lists, options)).toThrow(/10/);
    expect(() => emergingHotspots(cube, lists, { ...options, stepsBack: -1 })).toThrow(/-1/);
    expect(() => emergingHotspots(cube, lists, { ...options, level: 0 })).toThrow(/level/);
    expect(() => emergingHotspots(cube.with(3, NaN), lists, options)).toThrow(/NaN/);
  });

  it('reports progress up to the end and can be ended', () => {
    const { lists } = placesOf(gridOf(3, 3));
    const seen: number[] = [];
    emergingHotspots(new Float64Array(90), lists, { ...options, progress: (done) => seen.push(done) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
    const progress = () => {
      throw new Error('stop');
    };
    expect(() => emergingHotspots(new Float64Array(90), lists, { ...options, progress })).toThrow('stop');
  });
});

/** Upper tail of the normal distribution by numerical integration. */
function tail(z: number): number {
  const steps = 4000;
  const width = 14 / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = z + i * width;
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-x * x) / 2);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

describe('gridPlaces', () => {
  it('numbers active cells and lists only active neighbours', () => {
    const { cells, placeOf, lists } = gridPlaces(gridOf(3, 2), Uint8Array.of(1, 0, 1, 1, 1, 0));
    expect(Array.from(cells)).toEqual([0, 2, 3, 4]);
    expect(Array.from(placeOf)).toEqual([0, -1, 1, 2, 3, -1]);
    expect(Array.from(lists.starts)).toEqual([0, 2, 3, 5, 8]);
    expect(Array.from(lists.list)).toEqual([2, 3, 3, 0, 3, 0, 1, 2]);
    expect(() => gridPlaces(gridOf(3, 2), new Uint8Array(5))).toThrow(/5/);
  });
});
