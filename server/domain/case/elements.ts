import { z } from 'zod';
import { line } from './fields.ts';

/** What a problem statement names. Each in a line of its own, so that what is missing can be said. */
export const elementsPart = z
  .object({
    place: line,
    behaviour: line,
    time: line,
    /** Who is harmed: a group, never a person. */
    harmed: line,
  })
  .strict();
