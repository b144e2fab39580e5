/** Sides of the problem analysis triangle, each with who could control it. */
export const TRIANGLE_SIDES = ['offender/handler', 'target/guardian', 'place/manager'] as const;
export type TriangleSide = (typeof TRIANGLE_SIDES)[number];
