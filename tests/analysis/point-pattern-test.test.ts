import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PointPatternOptions, pointPatternTest } from '../../analysis/point-pattern-test.ts';
import { seededRandom } from '../../analysis/random.ts';

const options: PointPatternOptions = { level: 0.05, correction: 'by' };
const counts = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 20 });

/** χ² with Yates' correction over the four cells. */
function byDefinition(table: [number, number, number, number]): number {
  const [a, b, c, d] = table;
  const all = a + b + c + d;
  const cells = [
    [a, (a + b) * (a + c)],
    [b, (a + b) * (b + d)],
    [c, (c + d) * (a + c)],
    [d, (c + d) * (b + d)],
  ];
  return cells.reduce((sum, [seen, product]) => {
    const off = Math.abs(seen - product / all);
    return sum + (off - Math.min(0.5, off)) ** 2 / (product / all);
  }, 0);
}

describe('pointPatternTest', () => {
  const before = [30, 12, 5, 40, 0, 13];
  const after = [10, 15, 9, 60, 0, 6];

  it('B25: χ², p and Benjamini–Yekutieli q of scipy, areas with 0 and 0 dropped', () => {
    const { chi, p, q, n } = pointPatternTest(before, after, options);
    const close = (actual: Float64Array, expected: number[]) =>
      expected.forEach((value, i) => {
        if (Number.isNaN(value)) expect(actual[i]).toBeNaN();
        else expect(actual[i]).toBeCloseTo(value, 10);
      });
    // chi2_contingency(correction=True), false_discovery_control(method='by')
    close(chi, [11.28125, 0.17126953543138512, 0.6912442396313364, 7.22, NaN, 2.0936318697295726]);
    close(p, [
      0.000782938217891,
      0.678985987304611,
      0.405741490886717,
      0.007209570764743,
      NaN,
      0.147914067005908,
    ]);
    close(q, [0.008938544654257, 1, 1, 0.041154633115405, NaN, 0.562895199439151]);
    expect(n).toBe(5);
  });

  it('B25: S is the share of areas that are not different', () => {
    const { similarity, classes } = pointPatternTest(before, after, options);
    expect(Array.from(classes)).toEqual([-1, 0, 0, 1, 0, 0]);
    expect(similarity).toBeCloseTo(3 / 5, 12);
  });

  it('equals χ² over the four cells', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const { chi, totalBefore, totalAfter } = pointPatternTest(first, second, options);
        pairs.forEach(([a, b], i) => {
          const table: [number, number, number, number] = [a, b, totalBefore - a, totalAfter - b];
          const expected = byDefinition(table);
          if (!Number.isNaN(expected)) expect(chi[i]).toBeCloseTo(expected, 8);
        });
      }),
    );
  });

  it('does not mind which period comes first, but for the direction', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const there = pointPatternTest(first, second, options);
        const back = pointPatternTest(second, first, options);
        expect(back.similarity).toEqual(there.similarity);
        expect(Array.from(back.classes, (c) => -c + 0)).toEqual(Array.from(there.classes));
      }),
    );
  });

  it('is 1 when only the total changes', () => {
    const { similarity, classes } = pointPatternTest([100, 50, 30], [300, 150, 90], options);
    expect(similarity).toBe(1);
    expect(classes.every((c) => c === 0)).toBe(true);
  });

  it('has few false alarms when nothing moved', () => {
    const random = seededRandom(41);
    const draw = () => {
      const areas = new Array<number>(100).fill(0);
      for (let i = 0; i < 3000; i++) areas[random.integer(100)]++;
      return areas;
    };
    expect(pointPatternTest(draw(), draw(), options).similarity).toBeGreaterThan(0.98);
  });

  it('names more areas with a weaker correction', () => {
    const different = (correction: PointPatternOptions['correction']) =>
      1 - pointPatternTest([30, 12, 5, 40, 13], [12, 15, 9, 60, 4], { ...options, correction }).similarity;
    expect(different('by')).toBeLessThanOrEqual(different('fdr'));
    expect(different('fdr')).toBeLessThan(different('none'));
  });

  it('says what cannot be compared', () => {
    expect(pointPatternTest([0, 0], [3, 4], options)).toMatchObject({ similarity: NaN, n: 2 });
    expect(pointPatternTest([], [], options)).toMatchObject({ similarity: NaN, n: 0 });
    const single = pointPatternTest([40, 0], [50, 0], options);
    expect(single).toMatchObject({ similarity: 1, warnings: [{ code: 'one_area', value: 1 }] });
    expect(pointPatternTest([20, 1], [30, 1], options).warnings).toEqual([
      { code: 'few_incidents', value: 21 },
      { code: 'small_expected', value: 1 },
    ]);
  });

  it('refuses broken input', () => {
    expect(() => pointPatternTest([1], [1, 2], options)).toThrow(/1 and 2/);
    expect(() => pointPatternTest([1.5], [1], options)).toThrow(/1.5/);
    expect(() => pointPatternTest([1], [1], { ...options, level: 1 })).toThrow(/1/);
  });
});
