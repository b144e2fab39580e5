import { z } from 'zod';
import {
  type CellRow,
  cell,
  cellPatch,
  cellSummary,
  correction,
  level,
  shape,
  timezone,
  twoPeriods,
  usedPeriod,
} from './parts.ts';

export const changeParameters = z
  .object({
    cell,
    shape,
    periods: twoPeriods,
    /** `poisson-z` needs periods of equal length. */
    test: z.enum(['e-test', 'poisson-z']).default('e-test'),
    level,
    correction,
    /** Days begin at midnight of this zone. */
    timezone,
  })
  .strict()
  .meta({ id: 'ChangeParameters' });

export const changePatch = cellPatch
  .extend({
    /** 1 more than before, -1 fewer. */
    direction: z.union([z.literal(1), z.literal(-1)]),
    before: z.number(),
    after: z.number(),
    /** Incidents the second period would have at the rate of the first. */
    expected: z.number(),
  })
  .meta({ id: 'ChangePatch' });

export const changeSummary = z
  .object({
    ...cellSummary,
    shape: z.enum(['square', 'hexagon']),
    test: z.enum(['e-test', 'poisson-z']),
    level: z.number(),
    correction: z.enum(['fdr', 'none']),
    /** Null without incidents that have a time. */
    before: usedPeriod.nullable(),
    after: usedPeriod.nullable(),
    periodsRule: z.enum(['auto', 'chosen']),
    /** Cells with any incident. */
    tested: z.number(),
    more: z.number(),
    fewer: z.number(),
    /** Touching cells that changed the same way, most incidents (both periods) first. */
    patches: z.array(changePatch),
  })
  .meta({ id: 'ChangeSummary' });

/** `count` holds both periods. */
export interface ChangeRow extends CellRow {
  before: number;
  after: number;
  /** Incidents the second period would have at the rate of the first. */
  expected: number;
  /** after - expected. */
  change: number;
  /** 2 (√after - √before); null for periods of unequal length. */
  z: number | null;
  p: number | null;
  q: number | null;
  /** 1 more, -1 fewer, 0 neither or too few to say. */
  class: number;
}

export type ChangeParameters = z.infer<typeof changeParameters>;
export type ChangeSummary = z.infer<typeof changeSummary>;
export type ChangePatch = z.infer<typeof changePatch>;
