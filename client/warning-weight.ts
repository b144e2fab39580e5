import type { Run } from './api/runs.ts';

type Summary = NonNullable<Run['summary']>;
type Warning = Summary['warnings'][number];

/**
 * How much a warning weighs. `headline`: whoever reads the answer without it reads it wrongly. `incidents`: it counts
 * incidents that the answer lacks or places badly, which matters when they are many. `aside`: good to know.
 */
const WEIGHTS: Readonly<Record<Warning['code'], 'headline' | 'incidents' | 'aside'>> = {
  approximate_positions: 'incidents',
  unlocated: 'incidents',
  stray_positions: 'incidents',
  outside_region: 'aside',
  bandwidth_raised_to_cell: 'aside',
  large_extent: 'aside',
  cells_without_neighbours: 'aside',
  permutations_too_few_for_correction: 'headline',
  without_time: 'incidents',
  outside_periods: 'aside',
  unequal_lengths: 'headline',
  unequal_weekdays: 'aside',
  few_incidents: 'headline',
  few_periods: 'headline',
  empty_periods: 'headline',
  unfinished_period: 'aside',
  positions_shared: 'headline',
  dates_coarse: 'headline',
  one_date: 'headline',
  month_only: 'incidents',
  approximate_left_out: 'incidents',
  date_only: 'incidents',
  long_spans: 'incidents',
  no_end: 'aside',
  one_cluster_holds_most: 'headline',
  list_shortened: 'aside',
  places_unknown: 'aside',
  ambiguous_asset: 'incidents',
  ambiguous_street: 'incidents',
  without_asset: 'aside',
  // The words of the answer say it.
  without_street: 'aside',
  outside_areas: 'incidents',
  areas_without_population: 'aside',
  rate_without_population: 'aside',
  rate_small_population: 'aside',
  areas_cut_off: 'aside',
  areas_overlap: 'headline',
  short_period: 'headline',
  assets_outside: 'aside',
  coarse_ground: 'aside',
  kinds_left_out: 'aside',
  overlapping_factors: 'headline',
  unfinished_ends: 'aside',
  missing_periods: 'headline',
  uneven_coverage: 'headline',
  neighbours_alike: 'headline',
  missing_days: 'aside',
  days_uneven: 'headline',
  // The limits of the trend allow for it.
  periods_uneven: 'aside',
  maps_left_out: 'aside',
  small_expected: 'aside',
  guesses_drawn_later: 'headline',
};

type Asked = Pick<Summary, 'n' | 'unlocated' | 'outside'>;

/** Of the incidents asked about: a tenth of them can turn an answer. */
const MANY = 0.1;

/** True where the warning belongs beside what it changes, not below the figures. */
export function isWeighty({ code, value }: Warning, asked: Asked): boolean {
  const weight = WEIGHTS[code];
  const all = asked.n + asked.unlocated + asked.outside;
  return weight === 'headline' || (weight === 'incidents' && value >= MANY * all);
}
