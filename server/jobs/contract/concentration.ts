import { z } from 'zod';
import { areaKind, everySummary, position, seed } from './parts.ts';

const concentrationPlace = z.enum(['position', 'street', 'area', 'asset']);

export const concentrationParameters = z
  .object({
    /**
     * `position`: the same place to the metre; `street`: nearest street line; `area`: the areas of one kind; `asset`:
     * nearest community asset.
     */
    place: concentrationPlace.default('position'),
    /** Kind of area; `auto`: the kind with most areas. Only for `area`. */
    areaKind,
    /** Metres beyond which an incident belongs to no street. Only for `street`. */
    streetLimit: z.number().min(1).max(1000).default(50),
    /** Kinds of assets, taken together; empty: the kind with most assets in the region. Only for `asset`. */
    assetKinds: z.array(z.string().min(1).max(100)).max(50).default([]),
    /** Metres: incidents nearer than this belong to the nearest asset, others to none. Only for `asset`. */
    assetLimit: z.number().min(10).max(5000).default(100),
    /** Of the interval of the Gini coefficient. */
    confidence: z.number().min(0.5).max(0.999).default(0.95),
    /** Bootstrap samples; `auto`: 1000. */
    samples: z.union([z.literal('auto'), z.int().min(100).max(10_000)]).default('auto'),
    seed,
  })
  .strict()
  .meta({ id: 'ConcentrationParameters' });

const line = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(z.array(position)),
});

export const concentratedPlace = z
  .object({
    rank: z.number(),
    /** Of the street, area or asset; null for positions. */
    id: z.number().nullable(),
    /** Null also for assets, which have their name by their id for everyone who may see them. */
    name: z.string().nullable(),
    incidents: z.number(),
    share: z.number(),
    cumulativeShare: z.number(),
    /** Share of all places up to this one. */
    cumulativePlaces: z.number(),
    /** Incidents per km of street or km² of area; null for positions and assets. */
    density: z.number().nullable(),
    centre: position,
    /** The lines of a street; null for positions and assets, and for areas, which everyone has by their id. */
    geometry: line.nullable(),
  })
  .meta({ id: 'ConcentratedPlace' });

export const concentrationSummary = z
  .object({
    ...everySummary,
    place: concentrationPlace,
    areaKind: z.string().nullable(),
    /** Kinds of the assets; none unless `place` is 'asset'. Absent in older answers. */
    assetKinds: z.array(z.string()).optional(),
    /** Places in all; only those with incidents when `place` is 'position'. */
    places: z.number(),
    placesWithIncidents: z.number(),
    gini: z.number().nullable(),
    /** Asks how uneven so few incidents could have been: the figure to compare. Unbiased. */
    generalisedGini: z.number().nullable(),
    /** Of `generalisedGini`. */
    interval: z.tuple([z.number(), z.number()]).nullable(),
    confidence: z.number(),
    samples: z.number(),
    seed: z.number(),
    /** From (0, 0) to (1, 1), places with fewest incidents first; at most 400 corners. */
    lorenz: z.object({ places: z.array(z.number()), incidents: z.array(z.number()) }),
    /** Fewest places that hold a quarter, half and 80 % of the incidents. */
    fewest: z.array(z.object({ incidents: z.number(), places: z.number(), share: z.number() })),
    /** Against street segments of cities elsewhere (Weisburd 2015); empty unless `place` is 'street'. */
    ruler: z.array(
      z.object({
        incidents: z.number(),
        share: z.number(),
        from: z.number(),
        to: z.number(),
        reading: z.enum(['tighter', 'within', 'looser']),
      }),
    ),
    /** Places with two or more incidents, and the share of the incidents on them. */
    repeatPlaces: z.number(),
    incidentsOnRepeat: z.number().nullable(),
    /** How many places have 1, 2, … 9, 10 and more incidents. */
    histogram: z.array(z.number()),
    /** The 100 places with most incidents. */
    top: z.array(concentratedPlace),
  })
  .meta({ id: 'ConcentrationSummary' });

/** One row a place with incidents, most first; schema metadata `rows` = the kind of place. */
export interface ConcentrationRow {
  /** Id of the street, area or asset; number of the row for positions. */
  place: number;
  /** Middle of the place. */
  lon: number;
  lat: number;
  count: number;
  share: number;
  cumulativeShare: number;
  cumulativePlaces: number;
  /** Incidents per km or km²; null for positions and assets. */
  density: number | null;
}

export type ConcentrationParameters = z.infer<typeof concentrationParameters>;
export type ConcentrationSummary = z.infer<typeof concentrationSummary>;
export type ConcentratedPlace = z.infer<typeof concentratedPlace>;
