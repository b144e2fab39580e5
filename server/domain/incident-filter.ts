import { z } from 'zod';
import { areaGeometry } from './geometry.ts';
import { instant } from './instant.ts';

/**
 * Which incidents are meant. Every part narrows; a missing part does not.
 * Times are instants; an incident is in when its earliest possible time is in [from, to).
 */
export const incidentFilter = z
  .object({
    datasets: z.array(z.int().positive()).max(100).optional(),
    categories: z.array(z.int().positive()).max(1000).optional(),
    areas: z.array(z.int().positive()).max(500).optional(),
    geometry: areaGeometry.optional(),
    from: instant.optional(),
    to: instant.optional(),
  })
  .strict()
  .meta({ id: 'IncidentFilter' });

export type IncidentFilter = z.infer<typeof incidentFilter>;
