import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  disclosures,
  type Figure,
  MOST_TOGETHER,
  TooManyTogether,
  toHide,
} from '../../../server/domain/disclosure-check.ts';

const LEAST = 5;

function figure(key: string, tokens: Iterable<number>, release: string | null = null): Figure {
  return { key, release, tokens: Float64Array.from(tokens).sort() };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

describe('what published figures give away', () => {
  it('is nothing when every figure is large and none meets another', () => {
    const figures = [figure('a', range(0, 5)), figure('b', range(5, 30)), figure('none', [])];
    expect(disclosures(figures, LEAST)).toEqual([]);
  });

  it('is a small figure itself', () => {
    const small = figure('a', range(0, 4));
    expect(disclosures([small, figure('b', range(4, 40))], LEAST)).toEqual([
      { kind: 'small', incidents: 4, figures: [small] },
    ]);
  });

  it('is what a total leaves over its parts', () => {
    const total = figure('total', range(0, 30));
    const parts = [figure('a', range(0, 13)), figure('b', range(13, 28))];
    expect(disclosures([total, ...parts], LEAST)).toEqual([
      { kind: 'remainder', incidents: 2, figures: [total, ...parts] },
    ]);
  });

  it('is a month more than was published before', () => {
    const before = figure('January to May', range(0, 50), 'r1');
    const after = figure('January to June', range(0, 53));
    const [found] = disclosures([before, after], LEAST);
    expect(found).toEqual({ kind: 'remainder', incidents: 3, figures: [after, before] });
  });

  it('is what several releases fill up together', () => {
    const figures = [
      figure('year', range(0, 40)),
      figure('first half', range(0, 18), 'r1'),
      figure('rest but three', range(18, 37), 'r2'),
    ];
    expect(disclosures(figures, LEAST).map(({ kind, incidents }) => [kind, incidents])).toContainEqual([
      'remainder',
      3,
    ]);
  });

  it('is what windows that slide give by sums and differences', () => {
    // January and July follow: (Feb to Jul) - (Jan to Jun) + Jan = Jul.
    const figures = [
      figure('Jan to Jun', range(0, 60), 'r1'),
      figure('Jan', range(0, 10), 'r2'),
      figure('Feb to Jul', range(10, 62)),
    ];
    const [found] = disclosures(figures, LEAST);
    expect(found).toMatchObject({ kind: 'combination', incidents: 2 });
    expect(found.figures.map(({ key }) => key).sort()).toEqual(['Feb to Jul', 'Jan', 'Jan to Jun']);
  });

  it('is not told again of releases that gave it away before', () => {
    const figures = [
      figure('half', range(0, 20), 'r1'),
      figure('half and a bit', range(0, 22), 'r2'),
      figure('elsewhere', range(100, 120)),
    ];
    expect(disclosures(figures, LEAST)).toEqual([]);
  });

  it('refuses more figures that hang together than can be checked', () => {
    const figures = range(0, MOST_TOGETHER + 1).map((k) => figure(`f${k}`, [k, k + 1]));
    expect(() => disclosures(figures, 2)).toThrow(TooManyTogether);
    expect(() => disclosures([], 1)).toThrow('at least 2');
  });
});

describe('what stays unpublished', () => {
  it('is the small figure, and the next smallest that its total would give away', () => {
    const figures = [
      figure('total', range(0, 60)),
      figure('a', range(0, 3)),
      figure('b', range(3, 20)),
      figure('c', range(20, 60)),
    ];
    expect(toHide(figures, LEAST)).toEqual(['a', 'b']);
  });

  it('is only ever of the new release', () => {
    const figures = [figure('old', range(0, 50), 'r1'), figure('new', range(0, 52))];
    expect(toHide(figures, LEAST)).toEqual(['new']);
  });

  // Sums and differences of a few figures, all tried one by one.
  it('leaves no sum or difference that singles out a few incidents', () => {
    const universe = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 41 });
    fc.assert(
      fc.property(fc.array(universe, { minLength: 1, maxLength: 6 }), fc.nat(3), (sets, old) => {
        const figures = sets.map((tokens, k) => figure(`f${k}`, tokens, k < old ? `r${k}` : null));
        const hidden = new Set(toHide(figures, LEAST));
        const shown = figures.filter(({ key }) => !hidden.has(key));
        const before = smallAtoms(shown.filter(({ release }) => release !== null));
        for (const given of smallAtoms(shown)) expect(before.has(given)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** The small atoms that some sum of the figures, each taken -1, 0 or 1 times, stands for alone. */
function smallAtoms(figures: readonly Figure[]): Set<string> {
  const tokens = [...new Set(figures.flatMap(({ tokens }) => [...tokens]))];
  const given = new Set<string>();
  for (let code = 0; code < 3 ** figures.length; code++) {
    const times = figures.map((_, k) => (Math.floor(code / 3 ** k) % 3) - 1);
    const sums = tokens.map((token) =>
      figures.reduce((sum, { tokens: own }, k) => sum + (own.includes(token) ? times[k] : 0), 0),
    );
    const left = tokens.filter((_, i) => sums[i] !== 0);
    const alone = sums.every((sum) => sum === 0 || sum === 1);
    const alike = new Set(left.map((token) => figures.map(({ tokens: own }) => own.includes(token)).join()));
    if (alone && left.length > 0 && left.length < LEAST && alike.size === 1) given.add(left.sort().join());
  }
  return given;
}
