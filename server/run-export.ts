import { type Table, tableFromIPC } from 'apache-arrow';
import { cellOutlines, cornersPerCell, type PlacedGrid } from '../analysis/grid.ts';
import type { AnalysisRun } from './store/ports.ts';

/** Rows written between two looks at other requests. */
const ROWS_A_TURN = 500;

/** Everything a reader needs to make the same figures again, or to doubt them. */
export function provenanceOf(run: AnalysisRun): Record<string, unknown> {
  const { summary } = run;
  return {
    source: 'Common Ground',
    run: run.id,
    method: run.method,
    methodVersion: run.methodVersion,
    parameters: run.parameters,
    filter: run.filter,
    dataVersion: run.dataVersion,
    madeAt: run.createdAt,
    n: summary?.n ?? null,
    unlocated: summary?.unlocated ?? null,
    outside: summary?.outside ?? null,
    tooFew: summary?.tooFew ?? null,
    warnings: summary?.warnings ?? [],
    ...comparisonOf(summary),
    ...(summary?.publishable === false ? { publishable: false } : {}),
    digest: run.digest,
  };
}

/** What the rows of a comparison of maps do not tell: how each map and each guess did. */
function comparisonOf(summary: AnalysisRun['summary']): Record<string, unknown> {
  if (!Array.isArray(summary?.maps)) return {};
  const scores = summary.maps.map(({ map, at }: Record<string, unknown>) => ({ map, at }));
  return { scores, winners: summary.winners, guesses: summary.guesses };
}

/** Lines of provenance beginning with #, the names of the columns, the rows. */
export async function* csvOf(run: AnalysisRun, result: Uint8Array): AsyncGenerator<string> {
  const table = tableFromIPC(result);
  const names = table.schema.fields.map(({ name }) => name);
  for (const [name, value] of Object.entries(provenanceOf(run)))
    yield `# ${name}: ${typeof value === 'string' ? value : inOneCell(value)}\r\n`;
  yield `${names.join(',')}\r\n`;
  const columns = names.map((name) => table.getChild(name));
  for (let start = 0; start < table.numRows; start += ROWS_A_TURN) {
    const lines: string[] = [];
    for (let row = start; row < Math.min(table.numRows, start + ROWS_A_TURN); row++)
      lines.push(columns.map((column) => column?.get(row) ?? '').join(','));
    yield `${lines.join('\r\n')}\r\n`;
    await turn();
  }
}

/**
 * JSON whose texts hold no separator: a spreadsheet splits a line of provenance at commas, and would take what a person
 * typed after one for a formula.
 */
function inOneCell(value: unknown): string {
  const escaped = (text: string) =>
    text.replace(/[,;]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
  return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, escaped);
}

/** Can the rows of this result be drawn? The hours of a clock cannot. */
export function hasPlaces(result: Uint8Array): boolean {
  const { schema } = tableFromIPC(result);
  return schema.metadata.has('grid') || schema.fields.some(({ name }) => name === 'lon');
}

/** Cells as polygons, clusters as their outlines, everything else as points; the provenance is a member of its own. */
export async function* geojsonOf(run: AnalysisRun, result: Uint8Array): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","provenance":${JSON.stringify(provenanceOf(run))},"features":[`;
  let first = true;
  for (const features of featuresOf(run, tableFromIPC(result))) {
    for (const feature of features) {
      yield `${first ? '' : ','}\n${JSON.stringify(feature)}`;
      first = false;
    }
    await turn();
  }
  yield '\n]}\n';
}

type Feature = { type: 'Feature'; geometry: unknown; properties: Record<string, unknown> };

function* featuresOf(run: AnalysisRun, table: Table): Generator<Feature[]> {
  const clusters = run.summary?.clusters;
  if (Array.isArray(clusters)) yield clusters.map(clusterFeature);
  const grid = table.schema.metadata.get('grid');
  const placed = grid === undefined ? null : (JSON.parse(grid) as PlacedGrid);
  for (let start = 0; start < table.numRows; start += ROWS_A_TURN) {
    const rows = Array.from({ length: Math.min(ROWS_A_TURN, table.numRows - start) }, (_, k) => start + k);
    yield placed === null ? rows.map((row) => pointFeature(table, row)) : cellFeatures(table, placed, rows);
  }
}

function clusterFeature({ geometry, ids, ...properties }: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties: { ...properties, listed: ids } };
}

function pointFeature(table: Table, row: number): Feature {
  const { lon, lat, ...properties } = propertiesOf(table, row);
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
}

function cellFeatures(table: Table, grid: PlacedGrid, rows: readonly number[]): Feature[] {
  const column = table.getChild('cell') ?? table.getChild('place');
  const { lon, lat } = cellOutlines(
    grid,
    rows.map((row) => Number(column?.get(row))),
  );
  const corners = cornersPerCell(grid);
  return rows.map((row, i) => {
    const ring = Array.from({ length: corners }, (_, k) => [lon[i * corners + k], lat[i * corners + k]]);
    const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
    const { lon: _lon, lat: _lat, ...properties } = propertiesOf(table, row);
    return { type: 'Feature', geometry, properties };
  });
}

function propertiesOf(table: Table, row: number): Record<string, unknown> {
  return Object.fromEntries(
    table.schema.fields.map(({ name }) => [name, table.getChild(name)?.get(row) ?? null]),
  );
}

/** Lets other requests in. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
