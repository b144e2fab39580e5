import { describe, expect, it } from 'vitest';
import { mapSearch } from '../../client/search.ts';
import { viewOfBounds } from '../../client/view-of-bounds.ts';

const parts = (at: string) => at.split(',').map(Number);

describe('viewOfBounds', () => {
  it('shows the whole world at a low zoom', () => {
    const [lon, lat, zoom] = parts(viewOfBounds([-180, -85, 180, 85], { width: 512, height: 512 }));
    expect(lon).toBe(0);
    expect(lat).toBeCloseTo(0, 3);
    expect(zoom).toBe(0);
  });

  it('goes one zoom further for bounds half as wide and high', () => {
    const size = { width: 1024, height: 1024 };
    const [, , wide] = parts(viewOfBounds([0, 0, 2, 2], size));
    const [, , half] = parts(viewOfBounds([0.5, 0.5, 1.5, 1.5], size));
    expect(half - wide).toBeCloseTo(1, 1);
  });

  it('keeps the bounds inside the window', () => {
    const size = { width: 900, height: 600 };
    const [, , zoom] = parts(viewOfBounds([-75.3, 39.86, -74.95, 40.14], size));
    const widthPixels = ((0.35 / 360) * 512 * 2 ** zoom) as number;
    expect(widthPixels).toBeLessThanOrEqual(900);
    expect(widthPixels).toBeGreaterThan(300);
  });

  it('writes what the address accepts, also for a single point', () => {
    const at = viewOfBounds([10, 50, 10, 50]);
    expect(mapSearch.parse({ at }).at).toBe(at);
    expect(parts(at)[2]).toBe(17);
  });
});
