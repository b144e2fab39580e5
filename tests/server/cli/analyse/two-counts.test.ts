import { describe, expect, it } from 'vitest';
import { analysed, near } from './run-analyse.ts';

describe('cg analyse on counts: two counts', () => {
  it('B22 has the rate ratio and the ratio of ratios', async () => {
    const ratio = await analysed('rate-ratio --first 110 --second 207');
    near([ratio.ratio, ...ratio.interval], [0.5314009661835749, 0.4216852357785187, 0.669662968729488], 9);
    const both = await analysed('ratio-of-ratios --treated 207,110 --control 308,318');
    near([both.ratio, ...both.interval], [0.5146902439765442, 0.389250212461974, 0.6805546632052598], 9);
  });

  it('B23 has the e-test, also with exposures', async () => {
    expect((await analysed('e-test --first 3 --second 0')).p).toBeCloseTo(0.08837900945483523, 12);
    expect((await analysed('e-test --first 6 --second 2')).p).toBeCloseTo(0.17487482094370768, 12);
    const uneven = await analysed('e-test --first 100 --second 25 --exposure 10,5');
    expect(uneven.p).toBeCloseTo(0.0005747192846385457, 12);
  });

  it.each([
    [4, 9, 2],
    [100, 80, -2.1115],
    [207, 110, -7.7988],
  ])('B12 Poisson z of %d to %d', async (past, current, z) => {
    near([(await analysed(`poisson-z --past ${past} --current ${current}`)).z], [z], 4);
  });

  it.each([
    [0, 0, 3.6888794541139354],
    [10, 4.7953886961324335, 18.39035604201778],
    [25, 16.178681847829328, 36.904931697530365],
  ])('B24 exact interval of %d', async (count, low, high) => {
    near((await analysed(`poisson-interval --count ${count}`)).interval, [low, high], 8);
  });
});
