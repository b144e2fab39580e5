import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseDiscoveryRate } from '../../analysis/false-discovery.ts';
import type { Grid } from '../../analysis/grid.ts';
import { gridPlaces } from '../../analysis/grid-neighbours.ts';
import {
  classifyStrips,
  DOCUMENTED_RULE,
  HOTSPOT_LABELS,
  type HotspotClassificationOptions,
  type HotspotRule,
  hotspotClassification,
} from '../../analysis/hotspot-classification.ts';
import { localGi } from '../../analysis/local-gi-star.ts';
import { seededRandom } from '../../analysis/random.ts';

const grid: Grid = { shape: 'square', cell: 1, columns: 8, rows: 7, x0: 0, y0: 0 };
const { lists } = gridPlaces(grid, new Uint8Array(56).fill(1));
const options: HotspotClassificationOptions = { ...DOCUMENTED_RULE, level: 0.05, correction: 'fdr' };

/** "1" hot, "-" cold. */
const stripOf = (text: string) => Int8Array.from(text, (c) => (c === '1' ? 1 : c === '-' ? -1 : 0));
const labelOf = (text: string, rule: HotspotRule = DOCUMENTED_RULE) =>
  HOTSPOT_LABELS[classifyStrips(stripOf(text), text.length, rule)[0]];

/** The documented rule in words of shares. */
function byRule(strip: Int8Array): string {
  const n = strip.length;
  const r = Math.max(1, Math.floor(n / 5));
  const share = (part: Int8Array, sign: number) =>
    part.length === 0 ? 0 : part.filter((s) => s === sign).length / part.length;
  const label = (sign: number, name: string) => {
    const all = share(strip, sign);
    const older = share(strip.subarray(0, n - r), sign);
    const recent = share(strip.subarray(n - r), sign);
    if (all >= 0.8) return `persistent_${name}`;
    if (older < 0.1 && recent >= 0.1) return `emerging_${name}`;
    if (older >= 0.1 && recent < 0.1) return `former_${name}`;
    return all >= 0.1 ? `intermittent_${name}` : 'none';
  };
  const hot = label(1, 'hot');
  const cold = label(-1, 'cold');
  if (hot !== 'none' && cold !== 'none') return 'mixed';
  return hot === 'none' ? cold : hot;
}

describe('classifyStrips', () => {
  it.each([
    ['1111111100', 'persistent_hot'],
    ['0000000001', 'emerging_hot'],
    ['0000000011', 'emerging_hot'],
    ['1110000000', 'former_hot'],
    ['1010101010', 'intermittent_hot'],
    ['1000000001', 'intermittent_hot'],
    ['0000000100', 'former_hot'],
    ['0000000000', 'none'],
    ['11100000--', 'mixed'],
    ['00000000--', 'emerging_cold'],
    ['0001', 'emerging_hot'],
  ])('B8 documented rule: %s is %s', (strip, label) => {
    expect(labelOf(strip)).toBe(label);
  });

  it('agrees with the rule written in shares', () => {
    const strip = fc.array(fc.constantFrom(-1, 0, 0, 1), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(strip, (signs) => {
        const own = Int8Array.from(signs);
        expect(HOTSPOT_LABELS[classifyStrips(own, own.length, DOCUMENTED_RULE)[0]]).toBe(byRule(own));
      }),
      { numRuns: 500 },
    );
  });

  it('mirrors hot and cold', () => {
    const strip = fc.array(fc.constantFrom(0, 0, 1), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(strip, (signs) => {
        const hot = classifyStrips(Int8Array.from(signs), signs.length, DOCUMENTED_RULE)[0];
        const cold = classifyStrips(
          Int8Array.from(signs, (s) => -s),
          signs.length,
          DOCUMENTED_RULE,
        )[0];
        expect(HOTSPOT_LABELS[cold]).toBe(HOTSPOT_LABELS[hot].replace('hot', 'cold'));
      }),
    );
  });

  it('counts exactly r recent periods, also when a share is not exact in binary', () => {
    const rule = { ...DOCUMENTED_RULE, recentShare: 0.29 };
    expect(labelOf(`${'0'.repeat(71)}1${'0'.repeat(28)}`, { ...rule, hotspotShare: 0.01 })).toBe(
      'emerging_hot',
    );
  });

  it('refuses a single period, broken strips and shares that are none', () => {
    expect(() => labelOf('1')).toThrow(/1/);
    expect(() => classifyStrips(new Int8Array(7), 3, DOCUMENTED_RULE)).toThrow(/3 periods/);
    expect(() => labelOf('10', { ...DOCUMENTED_RULE, hotspotShare: 0 })).toThrow(/hotspotShare/);
    expect(classifyStrips(new Int8Array(0), 0, DOCUMENTED_RULE).length).toBe(0);
  });
});

describe('hotspotClassification', () => {
  const random = seededRandom(21);
  const periods = 12;
  const counts = Float64Array.from({ length: 56 * periods }, (_, i) => {
    const hot = i % 56 < 3 || (i % 56) - 8 < 3;
    return random.integer(3) + (hot && i % 56 < 11 && i >= 56 * 9 ? 9 : 0);
  });
  const giOf = (period: number) =>
    localGi(counts.slice(period * 56, (period + 1) * 56), lists, {
      includeSelf: true,
      level: 0.05,
      correction: 'none',
    });
  const strip = (all: Int8Array, place: number) =>
    Array.from(all.slice(place * periods, (place + 1) * periods));

  it('has the Gi* of every period by itself', () => {
    const { z, n, recent } = hotspotClassification(counts, lists, options);
    expect([n, recent]).toEqual([56, 2]);
    for (let period = 0; period < periods; period++)
      giOf(period).z.forEach((score, place) => {
        expect(z[place * periods + period]).toBeCloseTo(score, 10);
      });
  });

  it("with 'none', 'fdr' and 'holm' names the periods that the adjusted p names", () => {
    const p = new Float64Array(counts.length);
    for (let period = 0; period < periods; period++)
      giOf(period).p.forEach((value, place) => {
        p[place * periods + period] = value;
      });
    const { strips: none } = hotspotClassification(counts, lists, { ...options, correction: 'none' });
    const { strips: fdr } = hotspotClassification(counts, lists, options);
    const { strips: holm } = hotspotClassification(counts, lists, { ...options, correction: 'holm' });
    const q = falseDiscoveryRate(p);
    for (let place = 0; place < 56; place++) {
      const own = Array.from(p.slice(place * periods, (place + 1) * periods));
      const sorted = own.toSorted((a, b) => a - b);
      const stop = sorted.findIndex((value, rank) => value * (periods - rank) >= 0.05);
      expect(strip(none, place).map(Math.abs)).toEqual(own.map((value) => +(value < 0.05)));
      expect(strip(holm, place).map(Math.abs)).toEqual(
        own.map((value) => +(stop < 0 || value < sorted[stop])),
      );
      expect(strip(fdr, place).map(Math.abs)).toEqual(
        own.map((_, period) => +(q[place * periods + period] < 0.05)),
      );
    }
    expect(holm.some((s) => s === 1)).toBe(true);
  });

  it('calls the corner that got hot emerging', () => {
    const { labels, strips } = hotspotClassification(counts, lists, { ...options, recentShare: 0.25 });
    expect(strip(strips, 1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(HOTSPOT_LABELS[labels[1]]).toBe('emerging_hot');
    expect(HOTSPOT_LABELS[labels[55]]).toBe('none');
  });

  it('keeps periods without incidents and says so', () => {
    const some = counts.slice(0, 56 * 4);
    some.fill(0, 56, 112);
    const { warnings, z } = hotspotClassification(some, lists, options);
    expect(warnings).toEqual([
      { code: 'few_periods', value: 4 },
      { code: 'empty_periods', value: 1 },
    ]);
    expect(z[1]).toBeNaN();
  });

  it('refuses counts that are no whole periods', () => {
    expect(() => hotspotClassification(new Float64Array(57), lists, options)).toThrow(/57/);
    expect(() => hotspotClassification(counts, lists, { ...options, level: 2 })).toThrow(/2/);
  });

  it('can be ended by what progress throws', () => {
    const progress = () => {
      throw new Error('stop');
    };
    expect(() => hotspotClassification(counts, lists, { ...options, progress })).toThrow('stop');
  });
});
