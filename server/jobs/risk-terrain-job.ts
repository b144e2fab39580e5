import { cellCentres } from '../../analysis/grid.ts';
import { asLines, nearestSegments } from '../../analysis/nearest-segment.ts';
import { boxOf } from '../../analysis/point-set.ts';
import {
  MOST_FACTORS,
  RISK_TERRAIN_FLOOR,
  type RiskTerrain,
  riskTerrain,
} from '../../analysis/risk-terrain.ts';
import type {
  RiskTerrainFactor,
  RiskTerrainParameters,
  RiskTerrainSummary,
  RunWarning,
  TooFew,
} from './contract.ts';
import { assetsNear, FEWEST_ASSETS, type KindOfAsset, kindsOf } from './near-assets.ts';
import { nearDistance } from './near-distance.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const MOST_TERRAIN_CELLS = 40_000;
const CELLS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
const FARTHEST = 5000;
/** Kinds that say nothing about a place are not taken unasked. */
const UNTOLD = 'other';
const LISTED = 20;
/** Fewer cells cannot be told apart by what is near them. */
const FEWEST_CELLS = 10;
/** Borders of the score above the lowest. */
const BORDERS = [1.5, 2, 4];
const SAME = 1e-9;

interface Factor extends KindOfAsset {
  readonly within: number;
  readonly withinRule: 'auto' | 'chosen';
}

export function runRiskTerrain(
  study: StudyArea,
  parameters: RiskTerrainParameters,
  checkpoint: Checkpoint,
): Finding {
  if (study.task.places.assets.length === 0)
    throw new Refused('There are no community assets. Import or draw some first.');
  const counted = terrainCells(study, parameters.cell);
  checkpoint(0.1);
  const floor = RISK_TERRAIN_FLOOR;
  const n = counted?.n ?? 0;
  if (counted === null || n < floor) {
    const reason = n === 0 ? 'no_incidents' : 'fewer_than_30_incidents';
    return nothing(study, counted, parameters, { reason, found: n, floor });
  }
  const found = counted.cells.length;
  if (found < FEWEST_CELLS)
    return nothing(study, counted, parameters, { reason: 'too_few_cells', found, floor: FEWEST_CELLS });
  const { x, y } = cellCentres(counted.grid, counted.cells);
  const near = assetsNear(study, boxOf({ x, y }), FARTHEST);
  const kinds = chosenKinds(study, near.assets, parameters.factors);
  if (kinds.length === 0)
    return nothing(study, counted, parameters, {
      reason: 'too_few_places',
      found: parameters.factors.length > 0 ? 0 : near.assets.length,
      floor: parameters.factors.length > 0 ? 1 : FEWEST_ASSETS,
    });
  const factors = kinds
    .slice(0, MOST_FACTORS)
    .map((kind) => withDistance(kind, parameters.factors, counted.grid.cell));
  const cellsNear = factors.map(({ points, within }, k) => {
    const progress = (done: number) => checkpoint(0.2 + (0.6 * (k + done)) / factors.length);
    const { distance } = nearestSegments({ x, y }, asLines(points), {
      limit: within,
      tolerance: 0,
      progress,
    });
    return Uint8Array.from(distance, (metres) => (metres < within ? 1 : 0));
  });
  checkpoint(0.8);
  const counts = Float64Array.from(counted.cells, (cell) => counted.counts[cell]);
  const terrain = riskTerrain(counts, cellsNear, { level: 1 - parameters.level });
  checkpoint(0.9);
  const warnings: RunWarning[] = [];
  if (near.outside > 0) warnings.push({ code: 'assets_outside', value: near.outside });
  if (kinds.length > factors.length)
    warnings.push({ code: 'kinds_left_out', value: kinds.length - factors.length });
  if (terrain.warnings.some(({ code }) => code === 'overlapping_factors'))
    warnings.push({ code: 'overlapping_factors', value: kept(terrain).length });
  const common = commonSummary(study, counted, null);
  const summary: RiskTerrainSummary = {
    ...common,
    warnings: [...common.warnings, ...warnings],
    ...asked(parameters),
    factors: terrain.factors.map((found, k) => factorOf(factors[k], found)),
    bands: bandsOf(terrain.score, counts),
    combinations: combinationsOf(terrain, counts),
  };
  return { summary, grid: counted.grid, columns: [...cellColumns(counted), ...terrainColumns(terrain)] };
}

/** About half a block where the region is small enough for that; finer than the cells that are counted elsewhere. */
function terrainCells(study: StudyArea, wanted: RiskTerrainParameters['cell']): CountedCells | null {
  const rough = study.counted(wanted, 'square');
  if (wanted !== 'auto' || rough === null || rough.cells.length === 0) return rough;
  const ground = rough.cells.length * rough.grid.cell ** 2;
  const side = CELLS.find((cell) => ground / cell ** 2 <= MOST_TERRAIN_CELLS) ?? rough.grid.cell;
  return study.counted(side, 'square');
}

/** Those that are wanted in their order; else all with enough assets, most of them first. */
function chosenKinds(
  study: StudyArea,
  assets: Parameters<typeof kindsOf>[0],
  wanted: RiskTerrainParameters['factors'],
): KindOfAsset[] {
  const kinds = kindsOf(
    assets,
    wanted.map(({ kind }) => kind),
    study.incidents.plane,
  );
  if (wanted.length > 0)
    return wanted.flatMap((choice) => kinds.find(({ kind }) => kind === choice.kind) ?? []);
  return kinds
    .filter(({ kind }) => kind !== UNTOLD)
    .sort((a, b) => b.assets.length - a.assets.length || (a.kind < b.kind ? -1 : 1));
}

function withDistance(kind: KindOfAsset, wanted: RiskTerrainParameters['factors'], cell: number): Factor {
  const chosen = wanted.find((choice) => choice.kind === kind.kind)?.within ?? 'auto';
  if (chosen === 'auto') return { ...kind, within: nearDistance(kind.points, cell), withinRule: 'auto' };
  if (chosen < cell)
    throw new Refused(
      `${chosen} m is less than the ${cell} m of a cell, so that nearness could not be told. Choose a longer distance, smaller cells, or a smaller area.`,
    );
  return { ...kind, within: chosen, withinRule: 'chosen' };
}

function asked({ factors, level }: RiskTerrainParameters) {
  return {
    publishable: false as const,
    level,
    factorRule: factors.length > 0 ? ('chosen' as const) : ('auto' as const),
  };
}

function nothing(
  study: StudyArea,
  counted: CountedCells | null,
  parameters: RiskTerrainParameters,
  tooFew: TooFew,
): Finding {
  const summary: RiskTerrainSummary = {
    ...commonSummary(study, counted, tooFew),
    ...asked(parameters),
    factors: [],
    bands: [],
    combinations: [],
  };
  return { summary, columns: [] };
}

function factorOf(factor: Factor, found: RiskTerrain['factors'][number]): RiskTerrainFactor {
  const orNull = (value: number | null | undefined) =>
    value !== null && value !== undefined && Number.isFinite(value) ? value : null;
  return {
    kind: factor.kind,
    assets: factor.assets.length,
    within: factor.within,
    withinRule: factor.withinRule,
    cells: found.cells,
    incidentsNear: found.incidentsNear,
    crudeRatio: orNull(found.crudeRatio),
    low: orNull(found.interval?.[0]),
    high: orNull(found.interval?.[1]),
    q: orNull(found.q),
    verdict: found.verdict,
    ratio: found.ratio,
  };
}

function bandsOf(score: Float64Array, counts: Float64Array): RiskTerrainSummary['bands'] {
  const from = [1, 1, ...BORDERS];
  const bands = from.map((border, band) => ({
    from: border,
    to: band === 0 ? 1 : (from[band + 1] ?? null),
    cells: 0,
    incidents: 0,
  }));
  score.forEach((value, cell) => {
    const band = value < 1 + SAME ? 0 : 1 + BORDERS.filter((border) => value >= border - SAME).length;
    bands[band].cells++;
    bands[band].incidents += counts[cell];
  });
  return bands;
}

const kept = ({ factors }: RiskTerrain): number[] =>
  factors.flatMap(({ verdict }, k) => (verdict === 'kept' ? [k] : []));

/** Cells in which the same factors come together. */
function combinationsOf(terrain: RiskTerrain, counts: Float64Array): RiskTerrainSummary['combinations'] {
  const used = kept(terrain);
  const mask = used.reduce((bits, k) => bits | (1 << k), 0);
  const found = new Map<number, RiskTerrainSummary['combinations'][number]>();
  terrain.pattern.forEach((pattern, cell) => {
    const bits = pattern & mask;
    const known = found.get(bits);
    if (known) {
      known.cells++;
      known.incidents += counts[cell];
    } else {
      const factors = used.filter((k) => (bits >> k) & 1);
      found.set(bits, { factors, score: terrain.score[cell], cells: 1, incidents: counts[cell] });
    }
  });
  return [...found.entries()]
    .sort(([bitsA, a], [bitsB, b]) => b.score - a.score || bitsA - bitsB)
    .slice(0, LISTED)
    .map(([, combination]) => combination);
}

function terrainColumns({ score, pattern }: RiskTerrain): Finding['columns'] {
  return [
    { name: 'score', data: score },
    { name: 'near', data: Uint16Array.from(pattern) },
  ];
}
