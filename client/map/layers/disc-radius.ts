const SMALLEST = 3;
const LARGEST = 18;

/** Pixels: the area of a disc grows with its count. */
export const discRadius = (count: number, most: number): number =>
  Math.max(SMALLEST, LARGEST * Math.sqrt(count / Math.max(most, 1)));
