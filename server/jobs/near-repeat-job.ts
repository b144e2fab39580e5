import { FLAG_APPROXIMATE, FLAG_MONTH_ONLY, MISSING } from '../../analysis/incident-columns.ts';
import { TooManyPairs } from '../../analysis/knox-pairs.ts';
import { type LocalKnox, localKnox } from '../../analysis/local-knox.ts';
import { type NearRepeat, nearRepeat } from '../../analysis/near-repeat.ts';
import { estimatePairs } from '../../analysis/pair-estimate.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { valuesAt } from '../../analysis/values-at.ts';
import { boundsOfPoints } from './cell-bounds.ts';
import type {
  IncidentChain,
  KnoxCell,
  NearRepeatParameters,
  NearRepeatSummary,
  RunWarning,
} from './contract.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { isoOf } from './local-time.ts';
import type { Sharing } from './other-half.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

/** More than this share of incidents without a place or day of their own, and the answer would be about the rest. */
const UNFIT_SHARE = 0.2;
const FEWEST = 30;
const NOTABLE_RATIO = 1.2;
const CHAINS_LISTED = 100;
const IDS_LISTED = 50;
const NAMED_BY = 200;

/** The incidents with a place and a day of their own. */
interface Fit {
  readonly rows: Uint32Array;
  readonly points: PointSet;
  /** Days on the calendar of the place: saving time makes none shorter. */
  readonly days: Float64Array;
  readonly warnings: RunWarning[];
}

export function runNearRepeat(
  study: StudyArea,
  parameters: NearRepeatParameters,
  checkpoint: Checkpoint,
): Finding {
  const times = incidentTimes(study, parameters.timezone);
  checkpoint(0.02);
  const fit = times === null ? null : fitIncidents(study, times, () => checkpoint(0.03));
  checkpoint(0.04);
  const n = fit?.rows.length ?? 0;
  if (fit === null || n < FEWEST) return nothing(study, parameters, fit, times === null);
  const permutations = permutationsFor(parameters.permutations, n);
  const table = knoxTable(fit, parameters, permutations, study.sharing, (done) =>
    checkpoint(0.05 + 0.75 * done),
  );
  const chains = localKnox(fit.points, fit.days, {
    metric: parameters.metric,
    distance: parameters.linkDistance,
    days: parameters.linkDays,
    level: parameters.level,
    correction: 'fdr',
    progress: (done) => checkpoint(0.8 + 0.1 * done),
  });
  checkpoint(0.91);
  return report(study, parameters, fit, table, chains, permutations);
}

function knoxTable(
  { points, days }: Fit,
  { metric, space, time, seed }: NearRepeatParameters,
  permutations: number,
  sharing: Sharing,
  progress: Checkpoint,
): NearRepeat {
  const options = { metric, space: [...space, Infinity], time: [...time, Infinity], permutations, seed };
  try {
    return sharing({ ask: 'near-repeat', points, days, options }, (otherHalf) =>
      nearRepeat(points, days, { ...options, progress, otherHalf }),
    );
  } catch (error) {
    if (error instanceof TooManyPairs)
      throw refusePairs(points, space, metric, error.most, () => progress(0));
    throw error;
  }
}

/** With what would work, from the pairs there are. */
function refusePairs(
  points: PointSet,
  space: readonly number[],
  metric: NearRepeatParameters['metric'],
  most: number,
  pause: () => void,
): Refused {
  const reach = space[space.length - 1];
  const { pairs, distanceWith, incidentsWith } = estimatePairs(points, reach, metric, pause);
  const shorter = Math.floor((0.9 * distanceWith(most)) / 10) * 10;
  const fewer = incidentsWith(0.8 * most);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, fewer))) - 1);
  const distance = shorter > 0 ? `end the last distance at ${shorter} m, or ` : '';
  return new Refused(
    `About ${Math.round(pairs / 1e6)} million pairs of incidents lie within ${reach} m of each other; at most ${Math.floor(most / 1e6)} million can be compared. To go on, ${distance}choose one category, a shorter period or a smaller area, so that about ${Math.floor(fewer / step) * step} incidents are left.`,
  );
}

function fitIncidents(
  { incidents }: StudyArea,
  { local, withoutTime }: IncidentTimes,
  pause: () => void,
): Fit {
  const { from, flags, points } = incidents;
  const rows: number[] = [];
  let snapped = 0;
  let monthOnly = 0;
  for (let i = 0; i < from.length; i++) {
    if (from[i] === MISSING) continue;
    if ((flags[i] & FLAG_APPROXIMATE) !== 0) snapped++;
    else if ((flags[i] & FLAG_MONTH_ONLY) !== 0) monthOnly++;
    else rows.push(i);
  }
  refuseUnfit(snapped, monthOnly, from.length - withoutTime);
  const warnings: RunWarning[] = [];
  if (withoutTime > 0) warnings.push({ code: 'without_time', value: withoutTime });
  if (snapped > 0) warnings.push({ code: 'approximate_left_out', value: snapped });
  if (monthOnly > 0) warnings.push({ code: 'month_only', value: monthOnly });
  pause();
  return {
    rows: Uint32Array.from(rows),
    points: { x: valuesAt(points.x, rows), y: valuesAt(points.y, rows) },
    days: Float64Array.from(rows, (i) => local.dayOf(from[i])),
    warnings,
  };
}

function refuseUnfit(snapped: number, monthOnly: number, timed: number): void {
  if (snapped > UNFIT_SHARE * timed)
    throw new Refused(
      `${snapped} of ${timed} incidents stand at a snapped position or the middle of an area. There every pair at one point would look like a repeat. Use data with exact positions.`,
    );
  if (monthOnly > UNFIT_SHARE * timed)
    throw new Refused(
      `Of ${monthOnly} of ${timed} incidents only the month is known. Whether one followed another within days cannot be told. Use data with dates.`,
    );
}

export function permutationsFor(wanted: NearRepeatParameters['permutations'], n: number): number {
  if (wanted !== 'auto') return wanted;
  if (n <= 10_000) return 999;
  return n <= 25_000 ? 199 : 99;
}

function nothing(
  study: StudyArea,
  parameters: NearRepeatParameters,
  fit: Fit | null,
  timeless: boolean,
): Finding {
  const n = fit?.rows.length ?? 0;
  const located = study.incidents.ids.length;
  const reason = located === 0 ? 'no_incidents' : timeless ? 'no_times' : 'too_few_incidents';
  const common = pointSummary(study, n, { reason, found: n, floor: FEWEST });
  const { metric, seed, linkDistance: distance, linkDays: days } = parameters;
  const summary: NearRepeatSummary = {
    ...common,
    warnings: [...common.warnings, ...(fit?.warnings ?? [])],
    metric,
    permutations: 0,
    permutationsRule: parameters.permutations === 'auto' ? 'auto' : 'chosen',
    seed,
    pairs: (n * Math.max(0, n - 1)) / 2,
    table: [],
    spaceBands: 0,
    timeBands: 0,
    spaceTotals: [],
    timeTotals: [],
    links: { distance, days, pairs: 0, expected: 0, chains: 0, incidents: 0 },
    chains: [],
  };
  return { summary, rows: 'incident', columns: [] };
}

function report(
  study: StudyArea,
  parameters: NearRepeatParameters,
  fit: Fit,
  table: NearRepeat,
  links: LocalKnox,
  permutations: number,
): Finding {
  const chainCount = links.chainStarts.length - 1;
  const chains = Array.from({ length: Math.min(chainCount, CHAINS_LISTED) }, (_, c) =>
    describeChain(study, fit, links, c),
  );
  const common = pointSummary(study, table.n, null);
  const summary: NearRepeatSummary = {
    ...common,
    warnings: [...common.warnings, ...fit.warnings, ...warningsOf(table, chainCount)],
    metric: table.parameters.metric,
    permutations,
    permutationsRule: parameters.permutations === 'auto' ? 'auto' : 'chosen',
    seed: parameters.seed,
    pairs: table.pairs,
    table: knoxCells(table, parameters.level),
    spaceBands: table.spaceTotals.length,
    timeBands: table.timeTotals.length,
    spaceTotals: table.spaceTotals,
    timeTotals: table.timeTotals,
    links: {
      distance: links.parameters.distance,
      days: links.parameters.days,
      pairs: links.pairs,
      expected: links.expected,
      chains: chainCount,
      incidents: links.members.length,
    },
    chains,
  };
  const incidents = chains.map((_, c) => idsOf(study, fit, links, c, NAMED_BY));
  return {
    summary,
    rows: 'incident',
    columns: linkColumns(study, fit, links),
    naming: { list: 'chains', incidents },
  };
}

function warningsOf({ warnings }: NearRepeat, chainCount: number): RunWarning[] {
  const found: RunWarning[] = [];
  for (const { code, value } of warnings)
    if (code === 'positions_shared' || code === 'dates_coarse' || code === 'one_date')
      found.push({ code, value });
  if (chainCount > CHAINS_LISTED) found.push({ code: 'list_shortened', value: chainCount });
  return found;
}

function knoxCells(
  { observed, expected, ratio, p, tooFew, parameters }: NearRepeat,
  level: number,
): KnoxCell[] {
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  return observed.flatMap((row, i) =>
    row.map((count, j): KnoxCell => {
      const few = tooFew[i][j];
      const notable = !few && p[i][j] < level && ratio[i][j] >= NOTABLE_RATIO;
      return {
        spaceFrom: parameters.space[i],
        spaceTo: orNull(parameters.space[i + 1]),
        timeFrom: parameters.time[j],
        timeTo: orNull(parameters.time[j + 1]),
        observed: count,
        expected: expected[i][j],
        ratio: few ? null : orNull(ratio[i][j]),
        p: orNull(p[i][j]),
        tooFew: few,
        notable,
      };
    }),
  );
}

function describeChain(study: StudyArea, fit: Fit, links: LocalKnox, c: number): IncidentChain {
  const { plane, from } = study.incidents;
  const members = membersOf(links, c);
  const points = {
    x: valuesAt(fit.points.x, members),
    y: valuesAt(fit.points.y, members),
  };
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const { lon, lat } = toDegrees(plane, [mean(points.x)], [mean(points.y)]);
  const moments = Array.from(members, (i) => from[fit.rows[i]]);
  return {
    rank: c + 1,
    incidents: members.length,
    ids: idsOf(study, fit, links, c, IDS_LISTED),
    from: isoOf(moments.reduce((least, moment) => Math.min(least, moment))),
    to: isoOf(moments.reduce((most, moment) => Math.max(most, moment))),
    centre: [wrapLongitude(lon[0]), lat[0]],
    bounds: boundsOfPoints(plane, points),
    placeName: null,
  };
}

function membersOf({ members, chainStarts }: LocalKnox, c: number): Uint32Array {
  return members.subarray(chainStarts[c], chainStarts[c + 1]);
}

function idsOf({ incidents }: StudyArea, fit: Fit, links: LocalKnox, c: number, most: number): number[] {
  return Array.from(membersOf(links, c).subarray(0, most), (i) => incidents.ids[fit.rows[i]]);
}

function linkColumns({ incidents }: StudyArea, fit: Fit, links: LocalKnox): Finding['columns'] {
  const { members } = links;
  const pick = (values: ArrayLike<number>) => valuesAt(values, members);
  const { lon, lat } = toDegrees(incidents.plane, pick(fit.points.x), pick(fit.points.y));
  return [
    { name: 'id', data: Uint32Array.from(members, (i) => incidents.ids[fit.rows[i]]) },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'chain', data: Uint32Array.from(members, (i) => links.chain[i] + 1) },
    { name: 'links', data: Uint32Array.from(members, (i) => links.links[i]) },
    { name: 'earlier', data: Uint32Array.from(members, (i) => links.earlier[i]) },
    { name: 'p', data: pick(links.p), nullable: true },
    { name: 'q', data: pick(links.q), nullable: true },
    { name: 'class', data: Int8Array.from(members, (i) => links.significant[i]) },
  ];
}
