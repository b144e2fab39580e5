import { z } from 'zod';
import { bandwidth, type CellRow, cell, cellSummary, harmFigures, kernel, weight } from './parts.ts';

export const kernelDensityParameters = z
  .object({
    kernel,
    cell,
    bandwidth,
    weight,
  })
  .strict()
  .meta({ id: 'KernelDensityParameters' });

export const kernelDensitySummary = z
  .object({
    ...cellSummary,
    kernel: kernel.unwrap(),
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
