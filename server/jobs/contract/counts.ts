import { z } from 'zod';
import { instant } from '../../domain/instant.ts';
import {
  type AreaRow,
  areaKind,
  type CellRow,
  cell,
  harmFigures,
  listedPlace,
  on,
  placeSummary,
  shape,
  timezone,
  weight,
} from './parts.ts';

export const countsParameters = z
  .object({
    on,
    /** Only on cells. */
    cell,
    shape,
    /** Only on areas; `auto`: the kind with most areas that have a population, without any the kind with most areas. */
    areaKind,
    /**
     * What colours the areas: incidents, incidents per km², or incidents a year per 1,000 residents. `auto`: the rate
     * where areas have a population, else per km². Cells are of one size and always show incidents.
     */
    show: z.enum(['auto', 'count', 'density', 'rate']).default('auto'),
    weight,
    /** Of the exact interval of each rate. */
    confidence: z.number().min(0.5).max(0.999).default(0.95),
    /** Areas with fewer residents have no rate. */
    leastPopulation: z.number().min(1).max(1_000_000).default(100),
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'CountsParameters' });

export const countedPlace = z
  .object({
    /** By what is shown, 1 is the most. */
    rank: z.number(),
    ...listedPlace,
    shareOfIncidents: z.number(),
    areaKm2: z.number(),
    /** Of the ground of all places. */
    shareOfArea: z.number(),
    population: z.number().nullable(),
    /** Incidents a year per 1,000 residents, with its interval; null without a rate. */
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Null when incidents alone were counted, or harm must not be mapped. */
    harm: z.number().nullable(),
    shareOfHarm: z.number().nullable(),
    /** Of the heaviest incident in the harm of this place; null without harm. */
    largestShare: z.number().nullable(),
    /** Harm a year per 1,000 residents; null without a rate. */
    harmRate: z.number().nullable(),
  })
  .meta({ id: 'CountedPlace' });

export const countsSummary = z
  .object({
    ...placeSummary,
    show: z.enum(['count', 'density', 'rate']),
    /** What is counted where `show` says incidents; `count` when harm must not be mapped. */
    weight: z.enum(['count', 'harm']),
    /** Null when incidents alone were asked for. */
    harm: harmFigures.nullable(),
    /** Cells or areas of the region, and how many of them hold an incident. */
    counted: z.number(),
    withIncidents: z.number(),
    /** Ground of all of them; where areas overlap it counts in each. */
    regionKm2: z.number(),
    /** Fewest places that hold half of the incidents, the densest first; null when areas overlap. */
    half: z.object({ places: z.number(), shareOfArea: z.number() }).nullable(),
    /** What rates are about: the filter's period as far as there is data, in whole days. Null on cells and without a time. */
    period: z.object({ from: instant, to: instant, days: z.number() }).nullable(),
    confidence: z.number(),
    leastPopulation: z.number(),
    /** Of all areas with a rate together; null without any. */
    regionRate: z.number().nullable(),
    /** Residents of the areas with a rate. */
    population: z.number().nullable(),
    withRate: z.number(),
    incidentsWithoutRate: z.number(),
    /** The first 50 cells or 200 areas with incidents. */
    places: z.array(countedPlace),
  })
  .meta({ id: 'CountsSummary' });

/** On both where harm is mapped: counts stand beside it. */
export interface HarmColumns {
  harm?: number;
  /** Of the heaviest incident in the harm of the place; null without harm. */
  largestShare?: number | null;
}

/** On cells, one row a cell of the region. */
export type CountedCellRow = CellRow & HarmColumns;

/** On areas. */
export interface CountedAreaRow extends AreaRow, HarmColumns {
  km2: number;
  population: number | null;
  /** Null without a rate: see `rateStatus`. */
  rate: number | null;
  low: number | null;
  high: number | null;
  /** 0: has a rate; 1: no population is known; 2: too few residents; 3: reaches beyond the region; 4: no period is known. */
  rateStatus: number;
  /** The interval lies above (1) or below (-1) the rate of all areas together, 0 neither. */
  class: number;
  /** Harm a year per 1,000 residents, where harm is mapped; null without a rate. */
  harmRate?: number | null;
}

export type CountsParameters = z.infer<typeof countsParameters>;
export type CountsSummary = z.infer<typeof countsSummary>;
export type CountedPlace = z.infer<typeof countedPlace>;
