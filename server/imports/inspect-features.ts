import { readAssetKinds } from './asset-kinds.ts';
import { profileColumns } from './column-profile.ts';
import {
  DELIMITERS,
  ENCODINGS,
  type ImportKind,
  type Inspection,
  type Mapping,
  mapping as mappingSchema,
} from './contract.ts';
import { createFeatureLoad, type FeatureMapping } from './feature-load.ts';
import { refuseFile } from './file-refusal.ts';
import type { FileText } from './file-text.ts';
import { guessAreaKind, guessAssetKind, guessFeatureColumns, streetMapping } from './guess-mapping.ts';
import { checkAnyUsable } from './incident-load.ts';
import {
  blockerOf,
  type InspectFileOptions,
  keepRefused,
  SHOWN_ROWS,
  suggestedName,
  zoneOf,
} from './inspection-parts.ts';
import {
  columnFinder,
  columnsOf,
  everyKind,
  knownFeatures,
  protectedAssetsOf,
  shapeOf,
} from './load-parts.ts';
import { type GeoFeature, propertyTable, readGeojson } from './read-geojson.ts';
import { createReportGuard } from './report-guard.ts';
import { rolesOf } from './roles.ts';
import { bboxOf, flagged, type Tally } from './verdict.ts';

const PROFILED = 2000;

export async function inspectFeatures(
  start: string,
  text: FileText,
  options: InspectFileOptions,
): Promise<Omit<Inspection, 'seconds'>> {
  const features = await readGeojson(start, text);
  const { columns, rows } = propertyTable(features);
  const kinds = kindsOf(features);
  const wanted = options.mapping?.kind ?? options.kind ?? kinds[0];
  if (wanted === 'incidents') throw refuseFile('wrong_kind', { kind: 'incidents' });
  const kept = options.mapping ? null : recall(columns, wanted, options);
  const mapping =
    explicit(options.mapping, columns) ?? kept ?? guess(wanted, features, columns, rows, options);
  const refused: Inspection['refusedSample'] = [];
  const assetKinds = readAssetKinds();
  const load = createFeatureLoad({
    mapping,
    columns,
    kinds: assetKinds,
    guard: options.guard,
    known: knownFeatures(options.lookup, options.target, mapping.kind),
    ...protectedAssetsOf(options.lookup),
    sink: {
      area: () => {},
      asset: () => {},
      protectedAsset: () => {},
      street: () => {},
      refuse: keepRefused(refused),
    },
  });
  for (const feature of features) load.takeFeature(feature);
  options.onRows(features.length);
  const { tally } = load;
  const roles = rolesOf(mapping);
  const isReport = createReportGuard(options.guard, assetKinds);
  const open = rows.slice(0, PROFILED).filter((cells) => !isReport(cells) && !load.isProtected(cells));
  const shown = open.slice(0, SHOWN_ROWS).map((cells) => cells.map((cell) => cell.slice(0, 200)));
  const isWrongKind = tally.stored + tally.duplicates === 0 && (tally.refused.wrong_geometry ?? 0) > 0;
  return {
    fileName: options.fileName,
    kinds: [mapping.kind, ...kinds.filter((kind) => kind !== mapping.kind)],
    mapping,
    alternatives: { delimiters: [...DELIMITERS], encodings: [...ENCODINGS] },
    compressed: /\.gz$/i.test(options.fileName),
    columns: columns.map((name, at) => ({
      name,
      sample: [...new Set(shown.map((cells) => cells[at]).filter((cell) => cell !== ''))].slice(0, 3),
      role: roles.get(name) ?? null,
    })),
    leftBehind: [],
    rows: shown,
    read: tally.read,
    verdicts: {
      stored: tally.stored,
      unlocated: tally.unlocated,
      duplicates: tally.duplicates,
      refused: tally.refused,
    },
    flagged: flagged(tally),
    refusedSample: refused,
    bbox: bboxOf(tally),
    from: null,
    to: null,
    timezone: zoneAt(tally),
    labels: [],
    remembered: kept !== null,
    warnings: kept ? [{ code: 'mapping_remembered', params: {} }] : [],
    blocker: blockerOf(() => {
      if (isWrongKind) throw refuseFile('wrong_kind', { kind: mapping.kind });
      checkAnyUsable(tally);
    }),
    suggestedName: suggestedName(options.fileName),
  };
}

function zoneAt(tally: Tally): string | null {
  const box = bboxOf(tally);
  return box && zoneOf([[(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]]);
}

function explicit(mapping: Mapping | null, columns: string[]): FeatureMapping | null {
  if (!mapping) return null;
  if (mapping.kind === 'incidents' || mapping.file.format !== 'geojson')
    throw refuseFile('wrong_kind', { kind: mapping.kind });
  const find = columnFinder(columns);
  for (const name of columnsOf(mapping)) find(name);
  return mapping;
}

function recall(columns: string[], kind: ImportKind, { lookup }: InspectFileOptions): FeatureMapping | null {
  const kept = mappingSchema.safeParse(lookup?.recallMapping(shapeOf('geojson', columns)));
  if (!kept.success || kept.data.kind !== kind || kept.data.kind === 'incidents') return null;
  return kept.data.file.format === 'geojson' ? kept.data : null;
}

/** By what most of the shapes are. */
function kindsOf(features: readonly GeoFeature[]): ImportKind[] {
  const count = (pattern: RegExp) =>
    features.filter(({ geometry }) => pattern.test(geometry?.type ?? '')).length;
  const counts: [ImportKind, number][] = [
    ['areas', count(/Polygon/)],
    ['assets', count(/Point/)],
    ['streets', count(/LineString/)],
  ];
  const present = counts.filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  const kinds = present.map(([kind]) => kind);
  if (kinds.includes('areas') && !kinds.includes('assets')) kinds.push('assets');
  return kinds.length > 0 ? kinds : ['areas'];
}

function guess(
  kind: Exclude<ImportKind, 'incidents'>,
  features: readonly GeoFeature[],
  columns: string[],
  rows: string[][],
  { fileName, lastYear, lookup }: InspectFileOptions,
): FeatureMapping {
  const profiles = profileColumns(columns, rows.slice(0, PROFILED), lastYear);
  if (kind === 'streets') return streetMapping(profiles);
  const guessed = guessFeatureColumns(profiles);
  const file = { format: 'geojson' as const };
  if (kind === 'areas')
    return {
      kind,
      file,
      name: guessed.name,
      areaKind: guessAreaKind(`${fileName} ${guessed.name ?? ''}`),
      sourceId: guessed.sourceId,
      population: guessed.population,
      dwellings: guessed.dwellings,
    };
  const samples = (name: string) =>
    features
      .slice(0, PROFILED)
      .map((feature) => String(feature.properties[name] ?? ''))
      .filter((text) => text !== '');
  return {
    kind,
    file,
    position: { from: 'geometry' },
    name: guessed.name,
    assetKind: guessAssetKind(profiles, guessed, fileName, everyKind(lookup), samples),
    sourceId: guessed.sourceId,
    properties: [],
  };
}
