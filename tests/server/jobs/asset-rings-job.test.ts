import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { assetRingsSummary } from '../../../server/jobs/contract/asset-rings.ts';
import type { Asset } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

const NORTH = 1 / 111_320;
const EAST = NORTH / Math.cos((50 * Math.PI) / 180);
const asset = (id: number, kind: string, position: [number, number]): Asset => ({
  id,
  datasetId: null,
  kind,
  name: `${kind} ${id}`,
  sourceId: null,
  position,
  properties: {},
  version: 1,
});

/** Bars and schools far apart; half of the incidents lie within 80 m of a bar, most of them near the first. */
const bars = Array.from({ length: 6 }, (_, k) => asset(10 + k, 'bar', [10.005 + k * 0.01, 50.01]));
const schools = Array.from({ length: 6 }, (_, k) => asset(30 + k, 'school', [10.005 + k * 0.01, 50.03]));
const few = [asset(50, 'park', [10.02, 50.02]), asset(51, 'bar', [11, 51])];

function nights() {
  const random = seededRandom(2);
  return Array.from({ length: 1200 }, (_, i): [number, number] => {
    if (i % 2 === 1) return [10 + random.next() * 0.06, 50 + random.next() * 0.04];
    const bar = bars[i % 6 === 0 ? 0 : Math.floor(random.next() * 6)].position;
    const [angle, far] = [random.next() * 2 * Math.PI, Math.sqrt(random.next()) * 80];
    return [bar[0] + Math.cos(angle) * far * EAST, bar[1] + Math.sin(angle) * far * NORTH];
  });
}

const town = jobsOver(sharedColumns(nights(), 2), [], { assets: [...bars, ...schools, ...few] });
afterAll(() => town.close());
const ask = (parameters = {}) => ({ method: 'asset-rings' as const, parameters });

describe('rings around assets', () => {
  it('tell the kind that incidents keep to from the one they do not', async () => {
    const { summary } = await town.finish(ask(), assetRingsSummary);
    const ring = (kind: string, from: number) =>
      summary.rings.find((one) => one.kind === kind && one.from === from);
    expect(summary.rings.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'bar 100',
      'bar 200',
      'bar 400',
      'school 100',
      'school 200',
      'school 400',
    ]);
    expect(ring('bar', 0)).toMatchObject({ class: 1, assets: 6 });
    expect(ring('bar', 0)?.incidents).toBeGreaterThan(600);
    expect(ring('bar', 0)?.ratio).toBeGreaterThan(ring('bar', 0)?.low ?? Number.NaN);
    expect(ring('bar', 200)?.class).toBe(0);
    expect(ring('school', 0)?.class).not.toBe(1);
    // Six circles of 100 m.
    expect(ring('bar', 0)?.areaKm2).toBeCloseTo(6 * Math.PI * 0.1 ** 2, 2);
    expect(summary.warnings).toContainEqual({ code: 'assets_outside', value: 1 });
  });

  it('rank the assets, with what they come to together', async () => {
    const { summary, column, metadata } = await town.finish(ask(), assetRingsSummary);
    const [first, next] = summary.assets;
    expect(first).toMatchObject({ id: 10, kind: 'bar', name: 'bar 10' });
    expect(first.incidents).toBeGreaterThan(2 * next.incidents);
    expect(first.cumulativeShare).toBe(first.share);
    expect(summary.assets.at(-1)?.cumulativeShare).toBe(1);
    expect(metadata.get('rows')).toBe('asset');
    const [ids, count, kind] = ['asset', 'count', 'kind'].map(column);
    expect(ids).toHaveLength(12);
    expect(count[ids.indexOf(10)]).toBe(first.incidents);
    expect(new Set(kind)).toEqual(new Set([0, 1]));
    // No two assets are near each other here, so that the shares add up.
    const total = count.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    expect(first.share).toBeCloseTo(first.incidents / total, 12);
    const naive = nights().filter(
      ([lon, lat]) => Math.hypot((lon - 10.005) / EAST, (lat - 50.01) / NORTH) < 100,
    );
    expect(Math.abs(first.incidents - naive.length)).toBeLessThan(4);
  });

  it('count an incident near two assets for both, and once together', async () => {
    const twins = [asset(1, 'bar', [10.005, 50.01]), asset(2, 'bar', [10.005, 50.01])];
    const both = jobsOver(sharedColumns(nights()), [], { assets: twins });
    const { summary } = await both.finish(ask({ kinds: ['bar'] }), assetRingsSummary);
    expect(summary.assets.map(({ share, cumulativeShare }) => [share, cumulativeShare])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await both.close();
  });

  it('tell a kind of which a few have most from one of which none stands out', async () => {
    const { summary } = await town.finish(ask({ permutations: 199 }), assetRingsSummary);
    const [bar, school] = summary.curves ?? [];
    expect(bar).toMatchObject({ kind: 'bar', assets: 6, without: 0, simulations: 199, p: 1 / 200 });
    const counted = summary.assets.filter(({ kind }) => kind === 'bar').map(({ incidents }) => incidents);
    // No two bars are within reach of each other, so that the nearest is the only one.
    const total = counted.reduce((sum, count) => sum + count, 0);
    expect(bar.incidents).toBe(total);
    expect(bar.top[0]).toMatchObject({ assets: 1, share: counted[0] / total });
    expect(bar.top[0].byChance).toBeGreaterThan(1 / 6);
    expect(bar.top[0].byChance).toBeLessThan(0.25);
    expect(bar.top[1]).toMatchObject({ assets: 2, share: (counted[0] + counted[1]) / total });
    // Schools have hardly any: too few to say.
    expect(school).toMatchObject({ kind: 'school', top: [], p: null });
  });

  it('leave assets outside the region out of the curve', async () => {
    const beside = asset(60, 'bar', [10.03, 50.043]);
    const jobs = jobsOver(sharedColumns(nights()), [], { assets: [...bars, beside] });
    const { summary } = await jobs.finish(ask({ permutations: 19 }), assetRingsSummary);
    expect(summary.rings[0].assets).toBe(7);
    expect(summary.curves?.[0].assets).toBe(6);
    await jobs.close();
  });

  it('look at chosen kinds, however few', async () => {
    const { summary } = await town.finish(ask({ kinds: ['park'], rings: [150] }), assetRingsSummary);
    expect(summary.rings.map(({ kind, assets }) => [kind, assets])).toEqual([['park', 1]]);
  });

  it('need assets and incidents', async () => {
    const bare = jobsOver(sharedColumns(nights()));
    expect(await bare.refusal(ask())).toMatch(/no community assets/);
    await bare.close();
    const { summary } = await town.finish(ask({ kinds: ['mosque'] }), assetRingsSummary);
    expect(summary.tooFew?.reason).toBe('too_few_places');
  });

  it('give the same bytes again, and p as it is without the correction', async () => {
    const { run, summary } = await town.finish(ask({ correction: 'none' }), assetRingsSummary);
    expect(summary.rings.every(({ p, q }) => p === q)).toBe(true);
    const again = jobsOver(sharedColumns(nights(), 2), [], { assets: [...bars, ...schools, ...few] });
    const { run: same } = await again.finish(ask({ correction: 'none' }), assetRingsSummary);
    expect(same.digest).toBe(run.digest);
    await again.close();
  });

  it('say that the ground is coarse for a narrow ring', async () => {
    const { summary } = await town.finish(ask({ rings: [10] }), assetRingsSummary);
    const value = summary.warnings.find(({ code }) => code === 'coarse_ground')?.value;
    expect(value).toBeGreaterThan(2.5);
  });

  it('stop when they are cancelled', async () => {
    const large = jobsOver(townColumns(300_000), [], { assets: [...bars, ...schools] });
    expect(await large.cancelledAfter(ask({ rings: [40, 5000] }), 0.21)).toBeLessThan(500);
    await large.close();
  });
});
