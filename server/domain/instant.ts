import { z } from 'zod';

/** A moment with its offset, as in 2026-03-31T18:00:00Z; no longer than nanoseconds need. */
export const instant = z.iso.datetime({ offset: true }).max(40);
