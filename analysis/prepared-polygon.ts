/**
 * Question: does a position lie in an area?
 * Method: ray crossing with the even–odd rule (Shimrat 1962, doi:10.1145/368637.368653) over edges kept in
 * horizontal bands, so that a position looks only at the edges of its own band.
 * Edges are half-open: of two areas that share an edge, exactly one holds a position on it, and a position on the
 * outer edge is in on the west and south sides.
 *
 * Assumptions: straight edges in degrees, as GeoJSON (RFC 7946) defines them; no ring crosses the 180th meridian.
 * Not to conclude: anything about a position nearer to the edge than the accuracy of the data.
 */

/** Rings of positions, as in GeoJSON: a list of polygons, each a list of rings. */
export type PolygonRings = readonly (readonly (readonly (readonly number[])[])[])[];

export interface PreparedPolygon {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Edges as x1, y1, x2, y2 with y1 < y2; level edges are left out. */
  readonly edges: Float64Array;
  /** Those, as x1, x2, y. No position asks about them, but the sides of one may differ. */
  readonly levels: Float64Array;
  /** Edge numbers of band b are bandEdges[bandStarts[b] .. bandStarts[b + 1]). */
  readonly bandStarts: Uint32Array;
  readonly bandEdges: Uint32Array;
  readonly bandsPerDegree: number;
}

/** Takes the coordinates of a Polygon or MultiPolygon. */
export function preparePolygon(geometry: {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}): PreparedPolygon {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as PolygonRings;
  return prepareRings(polygons.flat());
}

/** Takes rings; where they overlap an even number of times is outside. */
export function prepareRings(rings: readonly (readonly (readonly number[])[])[]): PreparedPolygon {
  const { edges, levels } = edgesOf(rings);
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let at = 0; at < edges.length; at += 4) {
    west = Math.min(west, edges[at], edges[at + 2]);
    east = Math.max(east, edges[at], edges[at + 2]);
    south = Math.min(south, edges[at + 1]);
    north = Math.max(north, edges[at + 3]);
  }
  const bands = Math.max(1, Math.min(4096, Math.ceil(edges.length / 8)));
  const bandsPerDegree = north > south ? bands / (north - south) : 0;
  const bandOf = (y: number) => Math.min(bands - 1, Math.floor((y - south) * bandsPerDegree));
  const bandStarts = new Uint32Array(bands + 1);
  for (let at = 0; at < edges.length; at += 4)
    for (let band = bandOf(edges[at + 1]); band <= bandOf(edges[at + 3]); band++) bandStarts[band + 1]++;
  for (let band = 0; band < bands; band++) bandStarts[band + 1] += bandStarts[band];
  const next = bandStarts.slice();
  const bandEdges = new Uint32Array(bandStarts[bands]);
  for (let at = 0; at < edges.length; at += 4)
    for (let band = bandOf(edges[at + 1]); band <= bandOf(edges[at + 3]); band++)
      bandEdges[next[band]++] = at;
  return { west, south, east, north, edges, levels, bandStarts, bandEdges, bandsPerDegree };
}

export function containsPosition(polygon: PreparedPolygon, lon: number, lat: number): boolean {
  if (lon < polygon.west || lon > polygon.east || lat < polygon.south || lat >= polygon.north) return false;
  const { edges, bandStarts, bandEdges, south, bandsPerDegree } = polygon;
  const band = Math.min(bandStarts.length - 2, Math.floor((lat - south) * bandsPerDegree));
  let inside = false;
  for (let i = bandStarts[band]; i < bandStarts[band + 1]; i++) {
    const at = bandEdges[i];
    const y1 = edges[at + 1];
    const y2 = edges[at + 3];
    if (lat < y1 || lat >= y2) continue;
    const x1 = edges[at];
    if (x1 + ((lat - y1) / (y2 - y1)) * (edges[at + 2] - x1) <= lon) inside = !inside;
  }
  return inside;
}

function edgesOf(rings: readonly (readonly (readonly number[])[])[]) {
  const edges: number[] = [];
  const levels: number[] = [];
  for (const ring of rings)
    for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
      const [x1, y1] = ring[before];
      const [x2, y2] = ring[i];
      // The lower end first, so that two areas compute the crossing of a shared edge alike.
      if (y1 < y2) edges.push(x1, y1, x2, y2);
      else if (y1 > y2) edges.push(x2, y2, x1, y1);
      else levels.push(x1, x2, y1);
    }
  return { edges: Float64Array.from(edges), levels: Float64Array.from(levels) };
}
