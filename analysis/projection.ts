/**
 * Question: where does a position lie in metres, so that distances and areas can be measured?
 * Method: azimuthal equidistant plane around a centre (Snyder 1987, USGS Professional Paper 1395, p. 191,
 * doi:10.3133/pp1395) with the two radii of curvature of the WGS 84 ellipsoid at the centre in place of one
 * radius of the sphere. x points east, y north, both metres.
 *
 * Assumptions: the data lie within about 200 km of the centre. Distances are off by less than 0.01 % within
 * 50 km and less than 0.1 % within 200 km.
 * Not to conclude: areas or distances across a continent.
 */

export interface Plane {
  /** Centre in degrees. */
  readonly lon: number;
  readonly lat: number;
}

export interface Positions {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

export interface PlanePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Distance from the centre up to which the figures above hold. */
export const PLANE_REACH = 200_000;

const RADIANS = Math.PI / 180;
const EQUATOR_RADIUS = 6378137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
/** Angles below this (about 320 km) are served by short series, equal to the functions to the last digits. */
const SMALL = 0.05;

/** Degrees to metres. Coordinates may be given in other units of `degree` (1e7 for stored columns). */
export function toPlane(
  plane: Plane,
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  degree = 1,
): PlanePoints {
  requirePlane(plane);
  const length = lon.length;
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  const sin0 = Math.sin(plane.lat * RADIANS);
  const cos0 = Math.cos(plane.lat * RADIANS);
  const { east, north } = radii(sin0);
  const unit = RADIANS / degree;
  const lon0 = plane.lon * degree;
  const lat0 = plane.lat * degree;
  const half = 180 * degree;
  for (let i = 0; i < length; i++) {
    let turn = lon[i] - lon0;
    if (turn > half) turn -= 2 * half;
    else if (turn < -half) turn += 2 * half;
    const a = turn * unit;
    const b = (lat[i] - lat0) * unit;
    const small = a < SMALL && a > -SMALL && b < SMALL && b > -SMALL;
    const aa = a * a;
    const bb = b * b;
    const sinA = small ? a * (1 - (aa / 6) * (1 - (aa / 20) * (1 - aa / 42))) : Math.sin(a);
    const sinB = small ? b * (1 - (bb / 6) * (1 - (bb / 20) * (1 - bb / 42))) : Math.sin(b);
    const versineA = small
      ? (aa / 2) * (1 - (aa / 12) * (1 - (aa / 30) * (1 - aa / 56)))
      : 2 * Math.sin(a / 2) ** 2;
    const versineB = small
      ? (bb / 2) * (1 - (bb / 12) * (1 - (bb / 30) * (1 - bb / 56)))
      : 2 * Math.sin(b / 2) ** 2;
    const cosLat = cos0 * (1 - versineB) - sin0 * sinB;
    const ex = cosLat * sinA;
    const ny = sinB + sin0 * cosLat * versineA;
    const ss = ex * ex + ny * ny;
    // Angle over its sine.
    const stretch = small
      ? 1 +
        ss *
          (1 / 6 + ss * (3 / 40 + ss * (5 / 112 + ss * (35 / 1152 + ss * (63 / 2816 + ss * (231 / 13312))))))
      : angleOverSine(ss, sin0 * (sin0 * (1 - versineB) + cos0 * sinB) + cos0 * cosLat * Math.cos(a));
    x[i] = east * stretch * ex;
    y[i] = north * stretch * ny;
  }
  return { x, y };
}

/**
 * Metres back to degrees: the exact inverse of `toPlane`. Longitudes run on past 180 or -180 where the plane does, so
 * that shapes across the 180th meridian stay in one piece; `wrapLongitude` brings a single one back.
 */
export function toDegrees(plane: Plane, x: ArrayLike<number>, y: ArrayLike<number>): Positions {
  requirePlane(plane);
  const lon = new Float64Array(x.length);
  const lat = new Float64Array(x.length);
  const sin0 = Math.sin(plane.lat * RADIANS);
  const cos0 = Math.cos(plane.lat * RADIANS);
  const { east, north } = radii(sin0);
  for (let i = 0; i < x.length; i++) {
    const ex = x[i] / east;
    const ny = y[i] / north;
    const angle = Math.hypot(ex, ny);
    const sinOver = angle === 0 ? 1 : Math.sin(angle) / angle;
    const cosAngle = Math.cos(angle);
    const sinLat = cosAngle * sin0 + ny * sinOver * cos0;
    const alongCentre = cos0 * cosAngle - ny * sin0 * sinOver;
    const turn = Math.atan2(ex * sinOver, alongCentre) / RADIANS;
    lon[i] = plane.lon + turn;
    lat[i] = Math.atan2(sinLat, Math.hypot(ex * sinOver, alongCentre)) / RADIANS;
  }
  return { lon, lat };
}

/** Metres per radian eastwards (prime vertical) and northwards (meridian) at the centre. */
function radii(sin0: number): { east: number; north: number } {
  const w = 1 - ECCENTRICITY_SQUARED * sin0 * sin0;
  const east = EQUATOR_RADIUS / Math.sqrt(w);
  return { east, north: (east * (1 - ECCENTRICITY_SQUARED)) / w };
}

function angleOverSine(sineSquared: number, cosine: number): number {
  const sine = Math.sqrt(sineSquared);
  return sine === 0 ? 1 : Math.atan2(sine, cosine) / sine;
}

export function wrapLongitude(lon: number): number {
  if (lon > 180) return lon - 360;
  return lon < -180 ? lon + 360 : lon;
}

function requirePlane({ lon, lat }: Plane): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) < 90))
    throw new RangeError(`the centre of a plane must be a position off the poles, got ${lon}, ${lat}`);
}
