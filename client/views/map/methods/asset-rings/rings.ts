/** The outer edges of rings as people type them; null while they cannot be used. */
export function readRings(text: string): number[] | null {
  const rings = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map(Number);
  const right = rings.every((edge, i) => edge >= 10 && edge <= 5000 && (i === 0 || edge > rings[i - 1]));
  return right && rings.length >= 1 && rings.length <= 6 ? rings : null;
}
