import { z } from 'zod';
import { bounds, everySummary, metres, polygon, position } from './parts.ts';

export const dbscanParameters = z
  .object({
    /** `auto`: a quarter of the automatic cell, 25 to 250 m. */
    radius: z.union([z.literal('auto'), metres]).default('auto'),
    /**
     * Incidents within the radius that make a core, itself counted. `auto`: as many as only the tenth of the
     * incidents in the densest places have around them, at least 5.
     */
    minimum: z.union([z.literal('auto'), z.int().min(2).max(100_000)]).default('auto'),
  })
  .strict()
  .meta({ id: 'DbscanParameters' });

export const incidentCluster = z
  .object({
    /** Value of the column `cluster`; 1 is the cluster with most incidents. */
    rank: z.number(),
    placeName: z.string().nullable(),
    incidents: z.number(),
    /** Incidents with the minimum around them. */
    core: z.number(),
    shareOfIncidents: z.number(),
    /** Of the outline. */
    areaKm2: z.number(),
    centre: position,
    bounds,
    /** Convex hull of its incidents; a polygon of 1 m around a single place. */
    geometry: polygon,
    /** The first 200; all are in the result. */
    ids: z.array(z.number()),
  })
  .meta({ id: 'IncidentCluster' });

export const dbscanSummary = z
  .object({
    ...everySummary,
    radius: z.number().nullable(),
    radiusRule: z.enum(['auto', 'chosen']),
    minimum: z.number().nullable(),
    minimumRule: z.enum(['auto', 'chosen']),
    /** How many there are; the 200 largest are listed. */
    clusterCount: z.number(),
    clusters: z.array(incidentCluster),
    clustered: z.number(),
    noise: z.number(),
  })
  .meta({ id: 'DbscanSummary' });

/** One row an incident that is in a cluster; schema metadata `rows` = `incident`. */
export interface DbscanRow {
  id: number;
  lon: number;
  lat: number;
  cluster: number;
  /** 2 core, 1 edge. */
  role: number;
}

export type DbscanParameters = z.infer<typeof dbscanParameters>;
export type DbscanSummary = z.infer<typeof dbscanSummary>;
export type IncidentCluster = z.infer<typeof incidentCluster>;
