import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plane, toDegrees, toPlane } from '../../analysis/projection.ts';

const plane: Plane = { lon: -90.05, lat: 35.14 };

describe('toPlane', () => {
  it('puts the centre at zero', () => {
    const { x, y } = toPlane(plane, [plane.lon], [plane.lat]);
    expect([x[0], y[0]]).toEqual([0, 0]);
  });

  it('agrees with geodesics of the ellipsoid within 0.01 % up to 50 km, 0.1 % up to 200 km', () => {
    for (const lat of [-33.9, 0, 35.14, 53.4, 64.1])
      for (const [reach, tolerance] of [
        [0.3, 1e-4],
        [1.5, 1e-3],
      ])
        for (let turn = 0; turn < 16; turn++) {
          const angle = (turn * Math.PI) / 8;
          const lon2 = 10 + (reach * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180);
          const lat2 = lat + reach * Math.sin(angle);
          const { x, y } = toPlane({ lon: 10, lat }, [lon2], [lat2]);
          const truth = vincenty(10, lat, lon2, lat2);
          expect(Math.abs(Math.hypot(x[0], y[0]) / truth - 1)).toBeLessThan(tolerance);
        }
  });

  it('gives the same by series near the centre and by functions far from it', () => {
    // 2.86 degrees is where the one takes over from the other.
    const near = toPlane({ lon: 0, lat: 40 }, [2.8647, 2.8647], [41, 42.8647]);
    const far = toPlane({ lon: 0, lat: 40 }, [2.8649, 2.8649], [41, 42.8649]);
    const step = (toPlane({ lon: 0, lat: 40 }, [2.8645], [41]).x[0] - near.x[0]) * -1;
    expect(far.x[0] - near.x[0]).toBeCloseTo(step, 3);
    expect(far.x[1] - near.x[1]).toBeLessThan(20);
  });

  it('comes back to where it started', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179.9, max: 179.9, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (lon, lat, dLon, dLat) => {
          const there = toPlane({ lon, lat }, [lon + dLon], [lat + dLat]);
          const back = toDegrees({ lon, lat }, there.x, there.y);
          const turn = Math.abs(back.lon[0] - lon - dLon);
          expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-9);
          expect(back.lat[0]).toBeCloseTo(lat + dLat, 9);
        },
      ),
    );
  });

  it('reads stored integers alike', () => {
    const degrees = toPlane(plane, [-90.1234567], [35.2]);
    const stored = toPlane(plane, Int32Array.of(-901234567), Int32Array.of(352000000), 1e7);
    expect(stored.x[0]).toBeCloseTo(degrees.x[0], 6);
    expect(stored.y[0]).toBeCloseTo(degrees.y[0], 6);
  });

  it('knows no edge at the 180th meridian', () => {
    const { x } = toPlane({ lon: 179.99, lat: -17 }, [-179.99], [-17]);
    expect(x[0]).toBeGreaterThan(2000);
    expect(x[0]).toBeLessThan(2200);
  });

  it('refuses a centre at a pole', () => {
    expect(() => toPlane({ lon: 0, lat: 90 }, [0], [0])).toThrow(RangeError);
  });
});

/** Distance on the ellipsoid (Vincenty 1975), metres. */
function vincenty(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const a = 6378137;
  const f = 1 / 298.257223563;
  const b = a * (1 - f);
  const rad = Math.PI / 180;
  const u1 = Math.atan((1 - f) * Math.tan(lat1 * rad));
  const u2 = Math.atan((1 - f) * Math.tan(lat2 * rad));
  const L = (lon2 - lon1) * rad;
  let lambda = L;
  for (let i = 0; ; i++) {
    const sinSigma = Math.hypot(
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    );
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma;
    const cos2 = 1 - sinAlpha ** 2;
    const cos2m = cos2 === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2;
    const C = (f / 16) * cos2 * (4 + f * (4 - 3 * cos2));
    const next =
      L + (1 - C) * f * sinAlpha * (sigma + C * sinSigma * (cos2m + C * cosSigma * (-1 + 2 * cos2m * cos2m)));
    if (Math.abs(next - lambda) < 1e-13 || i > 200) {
      const uu = (cos2 * (a * a - b * b)) / (b * b);
      const A = 1 + (uu / 16384) * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
      const B = (uu / 1024) * (256 + uu * (-128 + uu * (74 - 47 * uu)));
      const delta =
        B *
        sinSigma *
        (cos2m +
          (B / 4) *
            (cosSigma * (-1 + 2 * cos2m ** 2) -
              (B / 6) * cos2m * (-3 + 4 * sinSigma ** 2) * (-3 + 4 * cos2m ** 2)));
      return b * A * (sigma - delta);
    }
    lambda = next;
  }
}
