import { area as groundSize } from '@turf/area';
import { describe, expect, it } from 'vitest';
import { containsPosition, preparePolygon } from '../../../../analysis/prepared-polygon.ts';
import { bufferZone } from '../../../../server/domain/case/buffer-zone.ts';
import { shapesTouch } from '../../../../server/domain/case/shapes-touch.ts';
import type { AreaGeometry } from '../../../../server/domain/geometry.ts';
import { square } from './north-road-plan.ts';

const DEGREE = 111_195;
/** On the equator, about 1112 m wide. */
const block = square(0, 0);
const reversed = (geometry: AreaGeometry): AreaGeometry =>
  geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.toReversed()) }
    : geometry;
const inside = (geometry: AreaGeometry, lon: number, lat: number) =>
  containsPosition(preparePolygon(geometry), lon, lat);

describe('bufferZone', () => {
  it('has the size of four sides and four quarter circles', () => {
    const side = 0.01 * DEGREE;
    const expected = 4 * side * 200 + Math.PI * 200 ** 2;
    expect(groundSize(bufferZone(block, 200)) / expected).toBeCloseTo(1, 1);
  });

  it('lies around the area and not in it', () => {
    const zone = bufferZone(block, 200);
    const near = 150 / DEGREE;
    for (const [lon, lat, is] of [
      [0.005, 0.005, false],
      [-near, 0.005, true],
      [0.01 + near, 0.005, true],
      [0.005, -near, true],
      [-2 * near, 0.005, false],
    ] as const)
      expect(inside(zone, lon, lat), `${lon} ${lat}`).toBe(is);
  });

  it('fills a hole of the area as far as it reaches', () => {
    const yard = square(0, 0, 0.01, reversed(square(0.003, 0.003, 0.004)));
    const zone = bufferZone(yard, 100);
    const near = 50 / DEGREE;
    expect(inside(zone, 0.003 + near, 0.005)).toBe(true);
    expect(inside(zone, 0.005, 0.005)).toBe(false);
    expect(inside(zone, 0.001, 0.005)).toBe(false);
    expect(inside(zone, -near, 0.005)).toBe(true);
    expect(inside(bufferZone(yard, 400), 0.005, 0.005)).toBe(true);
  });

  it('goes round two parts together, and between them', () => {
    const two: AreaGeometry = {
      type: 'MultiPolygon',
      coordinates: [block, square(0.012, 0)].map(({ coordinates }) => coordinates as [number, number][][]),
    };
    const zone = bufferZone(two, 200);
    expect(inside(zone, 0.011, 0.005)).toBe(true);
    expect(inside(zone, 0.015, 0.005)).toBe(false);
    expect(inside(zone, 0.005, 0.005)).toBe(false);
  });
});

describe('shapesTouch', () => {
  it.each<[string, AreaGeometry, AreaGeometry, boolean]>([
    ['apart', block, square(0.02, 0), false],
    ['sharing a side', block, square(0.01, 0), true],
    ['sharing a part of a side', block, square(0.01, 0.004, 0.002), true],
    ['sharing a corner', block, square(0.01, 0.01), true],
    ['overlapping', block, square(0.005, 0.005), true],
    ['one inside the other', block, square(0.004, 0.004, 0.001), true],
    ['crossing without a corner inside', block, square(0.004, -0.01, 0.03), true],
    [
      'in the hole of the other',
      square(0, 0, 0.01, square(0.002, 0.002, 0.006)),
      square(0.004, 0.004, 0.001),
      false,
    ],
    ['with boxes that overlap and shapes that do not', triangle(0), triangle(0.002), false],
  ])('%s', (_, one, other, expected) => {
    expect(shapesTouch(one, other)).toBe(expected);
    expect(shapesTouch(other, one)).toBe(expected);
  });
});

/** Long and thin from south-west to north-east, this much further east. */
function triangle(east: number): AreaGeometry {
  const ring: [number, number][] = [
    [east, 0],
    [east + 0.01, 0.01],
    [east + 0.0099, 0.0101],
    [east, 0],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
