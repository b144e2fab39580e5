import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/random.ts';
import { withoutStrays } from '../../analysis/stray-positions.ts';

function city(n: number): { lon: number[]; lat: number[] } {
  const random = seededRandom(7);
  return {
    lon: Array.from({ length: n }, () => -75 + 0.05 * random.normal()),
    lat: Array.from({ length: n }, () => 40 + 0.05 * random.normal()),
  };
}

describe('positions that cannot belong to the place', () => {
  it('leaves out three positions 600 km away and nothing else', () => {
    const { lon, lat } = city(1000);
    for (const i of [0, 500, 999]) {
      lon[i] = -80.5;
      lat[i] = 42.2;
    }
    const kept = withoutStrays(lon, lat, 1);
    expect(kept?.length).toBe(997);
    expect(Array.from(kept ?? [])).not.toContain(500);
  });

  it('keeps everything of a place without strays', () => {
    const { lon, lat } = city(5000);
    expect(withoutStrays(lon, lat, 1)).toBeNull();
  });

  it('gives the same answer in any unit of angle', () => {
    const { lon, lat } = city(200);
    lon[3] = 20;
    const scaled = (values: number[]) => Int32Array.from(values, (value) => value * 1e7);
    expect(withoutStrays(scaled(lon), scaled(lat), 1e7)).toEqual(withoutStrays(lon, lat, 1));
  });

  it('counts distance east–west by the latitude', () => {
    // At 80° north a degree of longitude is a sixth of a degree of latitude.
    const lon = Array.from({ length: 100 }, (_, i) => (i % 10) / 10);
    const lat = Array.from({ length: 100 }, (_, i) => 80 + Math.floor(i / 10) / 10);
    lon[0] = 5;
    expect(withoutStrays(lon, lat, 1)).toBeNull();
    lon[0] = 0;
    lat[0] = 85;
    expect(withoutStrays(lon, lat, 1)?.length).toBe(99);
  });

  it('says nothing about few positions or about one place', () => {
    expect(withoutStrays([0, 0, 90], [0, 0, 0], 1)).toBeNull();
    const same = Array.from({ length: 100 }, () => 5);
    expect(withoutStrays([...same.slice(1), 6], same, 1)).toBeNull();
  });
});
