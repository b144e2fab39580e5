/** The database keeps incident times as whole seconds since 1970; everything outside speaks UTC ISO text. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

export function isoOrNull(seconds: number | null): string | null {
  return seconds === null ? null : isoOf(seconds);
}

/**
 * The first whole minute that is not before the instant. Columns keep the minute an incident began in, and that minute
 * is at or after the instant exactly when it is at or after this one.
 */
export function firstMinuteFrom(instant: string): number {
  return Math.ceil(Date.parse(instant) / 60_000);
}
