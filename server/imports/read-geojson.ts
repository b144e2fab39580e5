import { refuseFile } from './file-refusal.ts';
import type { FileText } from './file-text.ts';
import { lineOfJsonFault } from './json-fault.ts';

const MOST_CHARACTERS = 256 * 1024 * 1024;
/** Arrays around a number in the deepest shape there is, the MultiPolygon. */
export const DEEPEST_POSITION = 4;

export interface GeoFeature {
  /** 1-based place in the file. */
  number: number;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
}

/** GeoJSON is one value and must be read whole, so it has a limit. */
export async function readGeojson(start: string, text: FileText): Promise<GeoFeature[]> {
  const parts = [start];
  let length = start.length;
  for (let part = await text.next(); part !== null; part = await text.next()) {
    length += part.length;
    if (length > MOST_CHARACTERS) throw refuseFile('geojson_too_large');
    parts.push(part);
  }
  const root = parseJson(parts.join(''));
  refuseOtherCrs(root);
  const features = featuresOf(root);
  if (!features || features.length === 0) throw refuseFile('geojson_without_features');
  const read = features.map((feature, i) => featureOf(feature, i + 1));
  refuseMetres(read);
  return read;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuseFile('broken_geojson', { line: lineOfJsonFault(text) });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function featuresOf(root: unknown): unknown[] | null {
  if (!isRecord(root)) return null;
  if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features : null;
  if (root.type === 'Feature') return [root];
  if (typeof root.type === 'string' && Array.isArray(root.coordinates))
    return [{ type: 'Feature', properties: {}, geometry: root }];
  return null;
}

function featureOf(value: unknown, number: number): GeoFeature {
  const feature = isRecord(value) ? value : {};
  const geometry = isRecord(feature.geometry) ? feature.geometry : null;
  const properties = isRecord(feature.properties) ? { ...feature.properties } : {};
  if ((typeof feature.id === 'string' || typeof feature.id === 'number') && properties.id === undefined)
    properties.id = feature.id;
  return {
    number,
    geometry:
      geometry && typeof geometry.type === 'string'
        ? { type: geometry.type, coordinates: geometry.coordinates }
        : null,
    properties,
  };
}

/** RFC 7946 knows WGS 84 only; older files name their system, and some are in metres. */
function refuseOtherCrs(root: unknown): void {
  if (!isRecord(root) || !isRecord(root.crs) || !isRecord(root.crs.properties)) return;
  const { name } = root.crs.properties;
  if (typeof name !== 'string' || /CRS:?84|EPSG:*(\d*:)?4326$|WGS ?_?84/i.test(name)) return;
  const code = /EPSG:*(?:\d*:)?(\d{4,6})$/i.exec(name);
  throw refuseFile('geojson_in_metres', code ? { crs: `EPSG:${code[1]}` } : {});
}

function refuseMetres(features: readonly GeoFeature[]): void {
  const firsts = features
    .map(({ geometry }) => firstPosition(geometry?.coordinates))
    .filter((p) => p !== null);
  const far = firsts.filter(([x, y]) => Math.abs(x) > 360 || Math.abs(y) > 180);
  if (firsts.length > 0 && far.length > firsts.length / 2) throw refuseFile('geojson_in_metres');
}

function firstPosition(coordinates: unknown): [number, number] | null {
  let value = coordinates;
  for (let depth = 0; depth < DEEPEST_POSITION && Array.isArray(value); depth++) {
    const [x, y]: unknown[] = value;
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
    value = x;
  }
  return null;
}

/** The properties as a table, so that columns are guessed as in any other file. */
export function propertyTable(features: readonly GeoFeature[]): { columns: string[]; rows: string[][] } {
  const columns = new Set<string>();
  for (const { properties } of features.slice(0, 5000))
    for (const key of Object.keys(properties)) columns.add(key);
  const names = [...columns].filter((name) => name !== '').slice(0, 1000);
  return {
    columns: names,
    rows: features.map((feature) => names.map((name) => propertyText(feature, name))),
  };
}

export function propertyText({ properties }: GeoFeature, name: string): string {
  const value = properties[name];
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
