import { describe, expect, it } from 'vitest';
import { areaAround } from '../../../../client/views/concerns/area-around.ts';

const at = (lon: number, lat: number, sideM: number | null = null) => ({
  position: [lon, lat] as [number, number],
  sideM,
});

describe('the area around some concerns', () => {
  it('holds the square of each, and 125 m around what is marked exactly', () => {
    const found = areaAround([at(0, 0), at(0.01, 0, 500)]);
    const [ring] = found?.coordinates ?? [];
    const [x, y] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
    expect(Math.min(...x)).toBeCloseTo(-125 / 111_320, 6);
    expect(Math.max(...x)).toBeCloseTo(0.01 + 250 / 111_320, 6);
    expect(Math.max(...y)).toBeCloseTo(250 / 111_320, 6);
    expect(ring[0]).toEqual(ring[ring.length - 1]);
  });

  it('is wider in degrees the nearer the pole, so that it stays square on the ground', () => {
    const [ring] = areaAround([at(0, 60)])?.coordinates ?? [];
    const width = Math.max(...ring.map(([lon]) => lon)) - Math.min(...ring.map(([lon]) => lon));
    const height = Math.max(...ring.map(([, lat]) => lat)) - Math.min(...ring.map(([, lat]) => lat));
    expect(width / height).toBeCloseTo(2, 6);
  });

  it('is none when no place was told', () => {
    expect(areaAround([])).toBeNull();
    expect(areaAround([{ position: null, sideM: null }])).toBeNull();
  });
});
