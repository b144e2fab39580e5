import { type NearRepeatOptions, otherHalfOfNearRepeat } from '../../analysis/near-repeat.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { otherHalfOfScan, type ScanOptions } from '../../analysis/scan-statistic.ts';
import { otherHalfOfSpaceTimeScan, type SpaceTimeScanOptions } from '../../analysis/space-time-scan.ts';

type Without<Options> = Omit<Options, 'progress' | 'otherHalf'>;

/** A question whose permutations two threads can share: what the method is given. */
export type HalfQuestion =
  | {
      readonly ask: 'near-repeat';
      readonly points: PointSet;
      readonly days: Float64Array;
      readonly options: Without<NearRepeatOptions>;
    }
  | {
      readonly ask: 'scan';
      readonly points: PointSet;
      readonly cases: Float64Array;
      readonly beside: Float64Array;
      readonly options: Without<ScanOptions>;
    }
  | {
      readonly ask: 'space-time-scan';
      readonly points: PointSet;
      readonly place: Uint32Array;
      readonly period: Uint32Array;
      readonly options: Without<SpaceTimeScanOptions>;
    };

/** The second half of the permutations, with what the method would make of them. */
export function answerOtherHalf(question: HalfQuestion, progress: () => void): Float64Array {
  const { points } = question;
  switch (question.ask) {
    case 'near-repeat':
      return otherHalfOfNearRepeat(points, question.days, { ...question.options, progress });
    case 'scan':
      return otherHalfOfScan(points, question.cases, question.beside, { ...question.options, progress });
    case 'space-time-scan':
      return otherHalfOfSpaceTimeScan(points, question.place, question.period, {
        ...question.options,
        progress,
      });
  }
}

/** Permutations times what one of them looks at, from which on a second thread is worth its start. */
const WORTH: Readonly<Record<HalfQuestion['ask'], number>> = {
  'near-repeat': 1e6,
  scan: 2e8,
  'space-time-scan': 1e6,
};

export function isWorthSharing(question: HalfQuestion): boolean {
  return effortOf(question) >= WORTH[question.ask];
}

function effortOf(question: HalfQuestion): number {
  const places = question.points.x.length;
  const { permutations } = question.options;
  switch (question.ask) {
    case 'near-repeat':
      return permutations * places;
    case 'scan':
      return permutations * places * places;
    case 'space-time-scan':
      return permutations * places * question.options.periods;
  }
}
