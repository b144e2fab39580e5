import { z } from 'zod';
import { type CellRow, cell, cellSummary, harmFigures, metres, weight } from './parts.ts';

export const kernelDensityParameters = z
  .object({
    kernel: z.enum(['quartic', 'epanechnikov', 'triweight', 'uniform', 'triangular']).default('quartic'),
    cell,
    /** Metres, or the rule that finds them in the data. */
    bandwidth: z.union([z.enum(['nrd', 'arcgis']), metres]).default('arcgis'),
    weight,
  })
  .strict()
  .meta({ id: 'KernelDensityParameters' });

export const kernelDensitySummary = z
  .object({
    ...cellSummary,
    kernel: kernelDensityParameters.shape.kernel.unwrap(),
    /** Null when there are too few incidents for the rule. */
    bandwidth: z.number().nullable(),
    bandwidthRule: z.enum(['nrd', 'arcgis', 'fixed']),
    /** Largest density, incidents or harm per km². */
    maximum: z.number().nullable(),
    weight: z.enum(['count', 'harm']),
    /** Null when incidents count alike. */
    harm: harmFigures.nullable(),
  })
  .meta({ id: 'KernelDensitySummary' });

export interface KernelDensityRow extends CellRow {
  /** Incidents (or harm, when that was asked for) per km² at the centre of the cell; null when there are too few to say. */
  value: number | null;
}

export type KernelDensityParameters = z.infer<typeof kernelDensityParameters>;
export type KernelDensitySummary = z.infer<typeof kernelDensitySummary>;
