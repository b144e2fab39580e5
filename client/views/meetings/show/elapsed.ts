/** Whole seconds from one instant of the server to another, `sinceHeardMs` later by the clock of the page. */
export function elapsedSeconds(since: string, now: string, sinceHeardMs: number): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(since) + sinceHeardMs) / 1000));
}

/** As 4:05, or 1:02:05. */
export function clockText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
