import { type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';
import type { LocalMonths } from './local-months.ts';

/** A part is a category in a month or in a year: one number, category × 2^20 + kind + period. */
const CATEGORY = 2 ** 20;
const YEARS = 2 ** 19;
const TIMELESS = 2 ** 18;
/** Months count from 1970; as many before it fit. */
const FIRST_MONTH = 2 ** 16;

export function monthPart({ category, from }: IncidentColumns, row: number, months: LocalMonths): number {
  const period = from[row] === MISSING ? TIMELESS : FIRST_MONTH + months.monthOf(from[row]);
  return category[row] * CATEGORY + period;
}

export function yearPart({ category, from }: IncidentColumns, row: number, months: LocalMonths): number {
  const period =
    from[row] === MISSING ? TIMELESS : FIRST_MONTH + 12 * Math.floor(months.monthOf(from[row]) / 12);
  return category[row] * CATEGORY + YEARS + period;
}

/** What a part is; the month of a year is its first, and null stands for no time. */
export function timeOf(part: number): { category: number; month: number | null; isYear: boolean } {
  const category = Math.floor(part / CATEGORY);
  const time = part % CATEGORY;
  const isYear = time >= YEARS;
  const period = isYear ? time - YEARS : time;
  return { category, month: period === TIMELESS ? null : period - FIRST_MONTH, isYear };
}

/** Numbers parts as they come, and in their order once all are there. */
export class PartNumbers {
  readonly #numbers = new Map<number, number>();
  #last = -1;
  #lastNumber = 0;

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(part: number): number {
    if (part === this.#last) return this.#lastNumber;
    const number = this.#numbers.get(part) ?? this.#numbers.size;
    this.#numbers.set(part, number);
    this.#last = part;
    this.#lastNumber = number;
    return number;
  }

  sorted(): Float64Array {
    return Float64Array.from(this.#numbers.keys()).sort();
  }

  /** The place of each number in the order. */
  ranks(): Uint32Array {
    const ranks = new Uint32Array(this.size);
    this.sorted().forEach((part, rank) => {
      ranks[this.numberOf(part)] = rank;
    });
    return ranks;
  }
}
