import { z } from 'zod';

/**
 * What a colleague needs to see the same view: the search part of the address.
 * Lists are comma-separated text, so that an address stays readable.
 */
const numbers = z
  .union([z.string(), z.number(), z.array(z.number())])
  .transform((value) =>
    String(value)
      .split(',')
      .map(Number)
      .filter((n) => Number.isInteger(n) && n > 0),
  )
  .catch([]);

export const mapSearch = z.object({
  /** longitude,latitude,zoom of the map. */
  at: z
    .string()
    .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/)
    .optional()
    .catch(undefined),
  /** Filter: data sets, categories, areas by id; instants as UTC ISO text, `to` exclusive. */
  datasets: numbers.optional(),
  categories: numbers.optional(),
  areas: numbers.optional(),
  from: z.iso.datetime().optional().catch(undefined),
  to: z.iso.datetime().optional().catch(undefined),
  /** Layers that differ from their default: `id`, `-id` (hidden), `id~0.5` (opacity), in drawing order. */
  layers: z.string().max(500).optional().catch(undefined),
  /** The analysis run on the map. */
  run: z.string().max(64).optional().catch(undefined),
  /** What is selected: incident:ID, cell:INDEX, area:ID, asset:ID, problem:ID, annotation:ID, concern:ID. */
  sel: z.string().max(100).optional().catch(undefined),
  /** The open panel. */
  panel: z.enum(['questions', 'layers', 'filters', 'table', 'draw']).optional().catch(undefined),
});

export type MapSearch = z.infer<typeof mapSearch>;
