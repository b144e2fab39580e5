import { HIT_RATE_FLOOR, type HitRate, hitRate, winners } from '../../analysis/hit-rate.ts';
import type { HitRateParameters, HitRateSummary, MapScore, ScoreAt, TooFew } from './contract.ts';
import { type Guess, guessesOf, guessScore } from './hit-rate-guesses.ts';
import { type IncidentTimes, incidentTimes } from './incident-times.ts';
import { isoOf } from './local-time.ts';
import {
  type DrawnMap,
  type MapName,
  mapsOf,
  type Part,
  partOf,
  type Split,
  UNSCORED,
} from './predicting-maps.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const MOST_HELD = 91;
const YEAR = 364;
const CURVE_POINTS = 100;

export function runHitRate(study: StudyArea, parameters: HitRateParameters, checkpoint: Checkpoint): Finding {
  const laid = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.1);
  const times = incidentTimes(study, parameters.timezone);
  if (laid === null || times === null) {
    const reason = laid === null || laid.n === 0 ? 'no_incidents' : 'no_times';
    return nothing(study, laid, parameters, { reason, found: 0, floor: HIT_RATE_FLOOR });
  }
  if (times.endDay - times.firstDay < 2)
    return nothing(study, laid, parameters, { reason: 'too_few_periods', found: 1, floor: 2 });
  const split = splitOf(parameters, times);
  const past = partOf(study, laid, split.start, split.middle);
  checkpoint(0.15);
  const future = partOf(study, laid, split.middle, split.end);
  const tooFew = floor(past.n, future.n);
  checkpoint(0.2);
  const parts = { study, laid, past, future, split };
  const judged = tooFew === null ? judge(parts, parameters, checkpoint) : NOTHING_JUDGED;
  const counted = { ...laid, counts: past.byCell, n: past.n };
  return {
    summary: summaryOf(parts, parameters, { counted, times, tooFew, ...judged }),
    grid: laid.grid,
    columns: [...cellColumns(counted), ...mapColumns(judged.maps, future)],
  };
}

interface Parts {
  readonly study: StudyArea;
  readonly laid: CountedCells;
  readonly past: Part;
  readonly future: Part;
  readonly split: Split;
}

interface Judged {
  readonly maps: readonly DrawnMap[];
  readonly guesses: readonly Guess[];
  /** Of each map, at the shares that were asked for and then at those of the guesses within the region. */
  readonly scores: readonly HitRate[];
}

const NOTHING_JUDGED: Judged = { maps: [], guesses: [], scores: [] };

function judge(parts: Parts, { shares }: HitRateParameters, checkpoint: Checkpoint): Judged {
  const { study, laid, past, future, split } = parts;
  const maps = mapsOf(study, laid, past, split, (done) => checkpoint(0.2 + 0.45 * done));
  const guesses = guessesOf(study, laid, future, (done) => checkpoint(0.65 + 0.05 * done));
  const all = [...shares, ...guesses.map(({ share }) => share).filter((share) => share > 0)];
  const scores = maps.map(({ values, incidents }, k) => {
    checkpoint(0.7 + 0.05 * k);
    return hitRate(
      { observed: future.counts, predicted: values },
      { shares: all, ties: 'fewest', predictedIsCount: incidents !== null },
    );
  });
  checkpoint(0.9);
  return { maps, guesses, scores };
}

function splitOf({ holdDays }: HitRateParameters, { firstDay, endDay, local }: IncidentTimes): Split {
  const span = endDay - firstDay;
  const held = holdDays === 'auto' ? Math.max(1, Math.min(MOST_HELD, Math.round(span / 10))) : holdDays;
  if (held >= span)
    throw new Refused(
      `The data span ${span} days: nothing is left to make maps of when ${held} are held out. Hold out fewer days.`,
    );
  const cut = endDay - held;
  const early: [number, number] = [local.startOf(cut - YEAR), local.startOf(endDay - YEAR)];
  return {
    start: local.startOf(firstDay),
    middle: local.startOf(cut),
    end: local.startOf(endDay),
    yearBefore: held <= YEAR && cut - YEAR >= firstDay ? early : null,
  };
}

function floor(past: number, future: number): TooFew | null {
  if (past + future === 0) return { reason: 'no_incidents', found: 0, floor: HIT_RATE_FLOOR };
  const least = Math.min(past, future);
  return least < HIT_RATE_FLOOR ? { reason: 'too_few_incidents', found: least, floor: HIT_RATE_FLOOR } : null;
}

function nothing(
  study: StudyArea,
  laid: CountedCells | null,
  parameters: HitRateParameters,
  tooFew: TooFew,
): Finding {
  return { summary: { ...commonSummary(study, laid, tooFew), ...unanswered(parameters) }, columns: [] };
}

function unanswered({ shape, holdDays, shares }: HitRateParameters) {
  return {
    shape,
    seen: null,
    heldOut: null,
    holdRule: holdDays === 'auto' ? ('auto' as const) : ('chosen' as const),
    shares,
    maps: [],
    winners: [],
    guesses: [],
  };
}

interface Answer extends Judged {
  readonly counted: CountedCells;
  readonly times: IncidentTimes;
  readonly tooFew: TooFew | null;
}

function summaryOf(
  { study, past, future, split }: Parts,
  parameters: HitRateParameters,
  { counted, times, maps, guesses, scores, tooFew }: Answer,
): HitRateSummary {
  const common = commonSummary(study, counted, tooFew);
  if (times.withoutTime > 0) common.warnings.push({ code: 'without_time', value: times.withoutTime });
  const missing = tooFew === null ? ALL_MAPS - maps.length : 0;
  if (missing > 0) common.warnings.push({ code: 'maps_left_out', value: missing });
  const later = guesses.filter(({ shape }) => shape.changedAt >= split.middle).length;
  if (later > 0) common.warnings.push({ code: 'guesses_drawn_later', value: later });
  const cells = counted.cells.length;
  const asked = parameters.shares.length;
  return {
    ...common,
    ...unanswered(parameters),
    seen: { from: isoOf(split.start), to: isoOf(split.middle), incidents: past.n },
    heldOut: { from: isoOf(split.middle), to: isoOf(split.end), incidents: future.n },
    maps: scores.map((score, k) => scoreOf(maps[k], score, asked, cells)),
    winners: scores.length < 2 ? [] : winnersOf(maps, scores).slice(0, asked),
    guesses: guessScores(guesses, maps, scores, asked, cells, split.middle),
  };
}

const ALL_MAPS = 4;

function scoreOf(map: DrawnMap, score: HitRate, asked: number, cells: number): MapScore {
  const { cumulative } = score;
  const step = Math.max(1, Math.ceil(cells / CURVE_POINTS));
  const kept = Array.from(cumulative.share.keys()).filter((k) => k % step === step - 1 || k === cells - 1);
  return {
    map: map.map,
    at: score.at.slice(0, asked).map((_, place) => scoreAt(map, score, place, cells)),
    curve: {
      area: [0, ...kept.map((k) => cumulative.share[k])],
      hits: [0, ...kept.map((k) => cumulative.pai[k] * cumulative.share[k])],
    },
  };
}

function scoreAt(map: DrawnMap, { at, incidents }: HitRate, place: number, cells: number): ScoreAt {
  const { share, hits, pai, pei, rri } = at[place];
  return {
    share,
    cells: share * cells,
    hits,
    hitRate: incidents === 0 ? 0 : hits / incidents,
    pai: pai ?? 0,
    pei,
    rri: rri === null || map.incidents === null ? null : rri * map.incidents,
  };
}

function guessScores(
  guesses: readonly Guess[],
  maps: readonly DrawnMap[],
  scores: readonly HitRate[],
  asked: number,
  cells: number,
  heldFrom: number,
): HitRateSummary['guesses'] {
  let place = asked;
  return guesses.map((guess) => {
    const at = guess.share > 0 ? place++ : null;
    const beside =
      at === null ? [] : maps.map((map, k) => ({ map: map.map, ...scoreAt(map, scores[k], at, cells) }));
    return guessScore(guess, beside, scores[0].incidents, heldFrom);
  });
}

function winnersOf(maps: readonly DrawnMap[], scores: readonly HitRate[]): HitRateSummary['winners'] {
  return winners(scores).map(({ share, winner, margin, hits }) => {
    const order = [...hits.keys()].sort((a, b) => hits[b] - hits[a] || a - b);
    return {
      share,
      map: winner === null ? null : maps[winner].map,
      lead: margin,
      leadPai: margin / scores[0].incidents / share,
      next: maps[order[1]].map,
    };
  });
}

function mapColumns(maps: readonly DrawnMap[], future: Part): Finding['columns'] {
  const columnOf = (wanted: MapName) => {
    const values = maps.find(({ map }) => map === wanted)?.values;
    if (values === undefined) return new Float64Array(future.counts.length).fill(NaN);
    return values.map((value) => (value === UNSCORED ? NaN : value));
  };
  return [
    { name: 'observed', data: Uint32Array.from(future.counts) },
    { name: 'counts', data: columnOf('counts'), nullable: true },
    { name: 'density', data: columnOf('density'), nullable: true },
    { name: 'giStar', data: columnOf('gi-star'), nullable: true },
    { name: 'sameSeason', data: columnOf('same-season'), nullable: true },
  ];
}
