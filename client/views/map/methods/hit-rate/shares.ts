const MOST = 6;

/** Shares of the area as people type them, in percent; null while they cannot be used. */
export function readShares(text: string): number[] | null {
  const parts = text.split(/[,;%\s]+/).filter((part) => part !== '');
  const percents = parts.map(Number);
  const right = percents.every((each, i) => each >= 0.1 && each <= 50 && (i === 0 || each > percents[i - 1]));
  return right && parts.length >= 1 && parts.length <= MOST
    ? percents.map((each) => Number((each / 100).toPrecision(6)))
    : null;
}
