/** Pieces that the contracts of several methods share. */
import { z } from 'zod';
import { KERNELS } from '../../../analysis/kernel-density.ts';
import { instant } from '../../domain/instant.ts';
import { isTimeZone } from '../../domain/time-zone.ts';

export const metres = z.number().min(1).max(100_000);

/** `auto`: short side of the region / 50, rounded to 1, 2 or 5 · 10^k metres, at least 25 m, at most 40,000 cells. */
export const cell = z.union([z.literal('auto'), z.number().min(5).max(100_000)]).default('auto');
export const shape = z.enum(['square', 'hexagon']).default('square');
/** What places are. */
export const on = z.enum(['cells', 'areas']).default('cells');
/** How an incident is spread over the ground around it. */
export const kernel = z.enum(KERNELS).default('quartic');
/** Metres, or the rule that finds them in the incidents. */
export const bandwidth = z.union([z.enum(['nrd', 'arcgis']), metres]).default('arcgis');
/** Chance of a false alarm that is accepted, two-sided. */
export const level = z.number().min(0.0001).max(0.2).default(0.05);
/** `fdr`: false discovery rate over all places (Benjamini–Hochberg). */
export const correction = z.enum(['fdr', 'none']).default('fdr');
/** Same seed, same data: same bytes. */
export const seed = z.int().min(0).max(4_294_967_295).default(1);
export const permutations = z.int().min(19).max(9999).default(999);
/** `auto`: the kind there are most areas of, among those that will do. */
export const areaKind = z
  .enum(['auto', 'country', 'region', 'district', 'neighbourhood', 'beat', 'custom'])
  .default('auto');
/** Half-open: an incident is in when its earliest possible time is in [from, to). */
export const period = z.object({ from: instant, to: instant }).strict();
/**
 * Two periods that do not overlap, or `auto`: the last 52 weeks of the data (or of the period of the filter) against the
 * 52 before; below two years the later half against the earlier, in whole weeks where there are some.
 */
export const twoPeriods = z
  .union([z.literal('auto'), z.object({ before: period, after: period }).strict()])
  .default('auto');
/** A period as it was used. */
export const usedPeriod = period.extend({ days: z.number(), incidents: z.number() });
/** `auto`: the zone of the workspace; a run keeps the zone it was made with. */
export const timezone = z
  .string()
  .min(1)
  .max(100)
  .refine(
    (name) => name === 'auto' || isTimeZone(name),
    'Must be the name of a time zone, as in Africa/Kigali.',
  )
  .default('auto');

/**
 * What incidents are compared with, in the same data sets, period and place: `all` of every category (those of the
 * filter among them), or the incidents of these categories.
 */
export const against = z.union([z.literal('all'), z.array(z.int().positive()).min(1).max(1000)]);

/** `harm`: each incident counts as the adopted table weighs its category. */
export const weight = z.enum(['count', 'harm']).default('count');

/** What a run knows of the harm of its incidents. */
export const harmFigures = z
  .object({
    /** Name and version of the table that was adopted. */
    table: z.string(),
    total: z.number(),
    /** Incidents whose category the table weighs, and those it says nothing of: they count with no harm. */
    weighted: z.number(),
    unweighted: z.number(),
    /** Of the heaviest incident in all harm; null without harm. */
    largestShare: z.number().nullable(),
    /** Why harm is not mapped; the counts are. */
    refusal: z.enum(['too_few_weighted', 'one_incident_dominates', 'no_harm']).nullable(),
  })
  .meta({ id: 'HarmFigures' });

/** Why there is nothing to say. What was counted is still in the result. */
export const tooFew = z
  .object({
    reason: z.enum([
      'no_incidents',
      'fewer_than_30_incidents',
      'mean_count_below_0_1',
      'no_variation',
      'too_few_cells',
      /** `found` incidents, at least `floor` are needed. */
      'too_few_incidents',
      /** `found` incidents to compare with, at least `floor` are needed. */
      'too_few_compared',
      /** `found` places (areas, streets, positions, assets), at least `floor` are needed. */
      'too_few_places',
      /** `found` periods, at least `floor` are needed. */
      'too_few_periods',
      /** The fullest area has `found` incidents in all, at least `floor` are needed. */
      'too_few_in_every_area',
      /** All incidents lie at one point or on one line. */
      'no_extent',
      /** `found` days, at least `floor` are needed. */
      'too_few_days',
      /** No incident has a time that is known well enough. */
      'no_times',
      /** `found` incidents have a weight, at least `floor` are needed for a map of harm. */
      'too_few_weighted',
      /** A single incident has a share of `found` in all harm, more than `floor`: the map would be of it alone. */
      'one_incident_dominates',
      /** No incident has a weight above 0. */
      'no_harm',
    ]),
    /** What was found and what would have been enough; null where there is no such figure. */
    found: z.number().nullable(),
    floor: z.number().nullable(),
  })
  .meta({ id: 'TooFew' });

export const runWarning = z
  .object({
    code: z.enum([
      /** `value` incidents stand at a snapped or area-middle position. */
      'approximate_positions',
      /** `value` incidents have no position and are not in the result. */
      'unlocated',
      /** `value` incidents lie so far from all others that the region leaves them out. */
      'stray_positions',
      /** `value` incidents matched the filter and lie in no cell. */
      'outside_region',
      /** The bandwidth was raised to the cell size, `value` metres. */
      'bandwidth_raised_to_cell',
      /** The farthest incident is `value` metres from the centre: distances there are off by more than 0.1 %. */
      'large_extent',
      /** `value` cells have no neighbour: no statement about them. */
      'cells_without_neighbours',
      /** Nothing is named because `value` permutations cannot give a p small enough for so many places. */
      'permutations_too_few_for_correction',
      /** `value` incidents have no time and are not in the result. */
      'without_time',
      /** `value` incidents lie in neither period. */
      'outside_periods',
      /** The second period is `value` times as long as the first; the test allows for it, the eye does not. */
      'unequal_lengths',
      /** The periods have other weekdays: the shorter has `value` days. */
      'unequal_weekdays',
      /** Only `value` incidents in all. */
      'few_incidents',
      /** Only `value` periods: shares of them mean little. */
      'few_periods',
      /** `value` periods have no incident. */
      'empty_periods',
      /** `value` incidents lie before the first whole period and were left out. */
      'unfinished_period',
      /** A share of `value` of the incidents stands at exactly the place of another: positions may be snapped. */
      'positions_shared',
      /** Half of the dates that occur lie `value` days or more apart: dates may be rounded. */
      'dates_coarse',
      /** All `value` incidents are of one day: nothing about times can be told. */
      'one_date',
      /** `value` incidents were left out because only their month is known. */
      'month_only',
      /** `value` incidents were left out because their position was snapped. */
      'approximate_left_out',
      /** Of `value` incidents only the date is known: they are in the weekdays, not in the hours. */
      'date_only',
      /** `value` incidents took a week or longer, or only their month is known: nobody knows the hour. */
      'long_spans',
      /** `value` incidents have no end: all of each is given to the hour of its start. */
      'no_end',
      /** A share of `value` of the incidents is in one cluster: choose a smaller radius or a higher minimum. */
      'one_cluster_holds_most',
      /** There are more clusters, chains or places than are listed: `value` in all. */
      'list_shortened',
      /** Places without incidents are not known: all shares are of the `value` with incidents. */
      'places_unknown',
      /** `value` incidents are nearly as close to a second street: which one is theirs is a guess. */
      'ambiguous_street',
      /** `value` incidents are too far from every street. */
      'without_street',
      /** `value` incidents are nearly as close to a second asset: which one is theirs is a guess. */
      'ambiguous_asset',
      /** `value` incidents are near none of the assets. */
      'without_asset',
      /** `value` incidents lie in no area that can be used. */
      'outside_areas',
      /** `value` areas have no population and were left out. */
      'areas_without_population',
      /** `value` areas have no rate: their population is not known. */
      'rate_without_population',
      /** `value` areas have no rate: so few live there that it would say nothing. */
      'rate_small_population',
      /** `value` areas have no rate: they reach beyond the region, where nothing was counted. */
      'areas_cut_off',
      /** `value` incidents lie in more than one area and count in each. */
      'areas_overlap',
      /** Rates a year were carried on from `value` days. */
      'short_period',
      /** `value` assets lie outside the region and were left out. */
      'assets_outside',
      /** The ground was measured in steps of `value` metres, coarse for the narrowest ring. */
      'coarse_ground',
      /** `value` kinds of assets are no factor: the most frequent ones are. */
      'kinds_left_out',
      /** Two of the `value` factors are near in almost the same cells. */
      'overlapping_factors',
      /** `value` incidents lie before the first or after the last whole period and were left out. */
      'unfinished_ends',
      /** In `value` periods nothing at all happened, of any kind: they are taken as missing, not as none. */
      'missing_periods',
      /** `value` data sets are about a part of the time only: what is added up changes with them. */
      'uneven_coverage',
      /** Neighbouring periods resemble one another, correlation `value`: trends look surer than they are. */
      'neighbours_alike',
      /** On `value` days nothing at all happened, of any kind: they are taken as missing, not as none. */
      'missing_days',
      /** Days differ `value` times as much as chance alone makes them: the window looks more unusual than it is. */
      'days_uneven',
      /** Periods differ `value` times as much as chance alone makes them. */
      'periods_uneven',
      /** `value` maps were left out because there was too little to draw them from. */
      'maps_left_out',
      /** In `value` places fewer than five incidents are expected in the smaller period: nothing can differ there. */
      'small_expected',
      /** `value` guesses were drawn or changed after the hidden period began. */
      'guesses_drawn_later',
    ]),
    value: z.number(),
  })
  .meta({ id: 'RunWarning' });

export const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export const position = z.tuple([z.number(), z.number()]);
const rings = z.array(z.array(position));
export const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) });
export const polygon = z.object({ type: z.literal('Polygon'), coordinates: rings });

/** In the summary of every method. */
export const everySummary = {
  /** Incidents in the result. */
  n: z.number(),
  /** Matching incidents without a position. */
  unlocated: z.number(),
  /** Matching incidents that lie outside the region of the result. */
  outside: z.number(),
  /** What the region is: chosen areas or a drawn shape, or the convex hull of the incidents. */
  region: z.enum(['filter', 'hull']),
  bounds: bounds.nullable(),
  tooFew: tooFew.nullable(),
  warnings: z.array(runWarning),
};

/** Besides, in the summary of methods on cells. */
export const cellSummary = {
  ...everySummary,
  cells: z.number(),
  /** Area of the cells: they cover the region. */
  regionKm2: z.number(),
  /** Side of a square; a hexagon has the area of the square with this side. */
  cell: z.number(),
};

/** Besides, in the summary of methods on cells or on areas. */
export const placeSummary = {
  ...everySummary,
  on: on.unwrap(),
  /** Of cells. */
  cell: z.number().nullable(),
  shape: shape.unwrap().nullable(),
  /** Of areas. */
  areaKind: z.string().nullable(),
};

/** What every list of cells or areas has of each. */
export const listedPlace = {
  /** Number of the cell; id of the area. */
  place: z.number(),
  placeName: z.string().nullable(),
  incidents: z.number(),
  centre: position,
  bounds,
};

/** Touching cells that a method named alike. */
export const cellPatch = z
  .object({
    /** 1 is the patch with most incidents. */
    rank: z.number(),
    /** Values of the column `cell`. */
    cells: z.array(z.number()),
    placeName: z.string().nullable(),
    incidents: z.number(),
    shareOfIncidents: z.number(),
    areaKm2: z.number(),
    shareOfArea: z.number(),
    centre: position,
    bounds,
    geometry: multiPolygon,
  })
  .meta({ id: 'CellPatch' });

/**
 * Columns that all results on cells begin with, one row a cell of the region. The schema metadata carries `method`,
 * `version`, and `grid`: the JSON of `PlacedGrid` (analysis/grid.ts), from which `cellOutlines` draws the exact cells.
 * Results without cells have no `grid`; their metadata says in `rows` what a row is.
 */
export interface CellRow {
  /** row × columns + column of the grid. */
  cell: number;
  lon: number;
  lat: number;
  count: number;
}

/** Columns that results on areas begin with, one row an area; schema metadata `rows` = `area`. */
export interface AreaRow {
  /** Id of the area. */
  place: number;
  /** Middle of its box. */
  lon: number;
  lat: number;
  count: number;
}

export type HarmFigures = z.infer<typeof harmFigures>;
export type TooFew = z.infer<typeof tooFew>;
export type RunWarning = z.infer<typeof runWarning>;
export type CellPatch = z.infer<typeof cellPatch>;
export type Against = z.infer<typeof against>;
