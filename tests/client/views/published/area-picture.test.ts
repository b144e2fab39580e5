import { describe, expect, test } from 'vitest';
import { classesOf, colourOf, pictureOf } from '../../../../client/views/published/area-picture.ts';

const box = (west: number, south: number, size: number) => ({
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ] as [number, number][],
    ],
  },
});
const pointsOf = (path: string) =>
  path
    .slice(1, -1)
    .split(/L|ZM/)
    .map((point) => point.split(' ').map(Number));

describe('the picture of areas', () => {
  test('has north above and east at the end, and fits its frame', () => {
    const picture = pictureOf([box(10, 0, 1), box(11, 1, 1)]);
    const [low, high] = picture.paths.map(pointsOf);
    expect(Math.min(...low.map(([, y]) => y))).toBeGreaterThanOrEqual(Math.max(...high.map(([, y]) => y)));
    expect(Math.max(...low.map(([x]) => x))).toBeLessThanOrEqual(Math.min(...high.map(([x]) => x)));
    for (const [x, y] of [...low, ...high]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(picture.width);
      expect(y).toBeLessThanOrEqual(picture.height);
    }
  });

  test('narrows degrees of longitude as the globe does', () => {
    const inner = (picture: { width: number; height: number }) => (picture.width - 8) / (picture.height - 8);
    expect(inner(pictureOf([box(0, -0.5, 1)]))).toBeCloseTo(1, 2);
    // At 60 degrees a degree of longitude is half as long as one of latitude.
    expect(inner(pictureOf([box(0, 59.5, 1)]))).toBeCloseTo(0.5, 2);
  });

  test('draws every part and every hole', () => {
    const [hole] = box(0.4, 0.4, 0.2).geometry.coordinates;
    const [outer] = box(0, 0, 1).geometry.coordinates;
    const [island] = box(3, 0, 1).geometry.coordinates;
    const { paths } = pictureOf([
      { geometry: { type: 'MultiPolygon', coordinates: [[outer, hole], [island]] } },
    ]);
    expect(paths[0].match(/M/g)?.length).toBe(3);
  });

  test('leaves out points that fall together, and stands without any area', () => {
    const fine = Array.from({ length: 1000 }, (_, i) => [i / 1e7, 0] as [number, number]);
    const [[first, ...rest]] = box(0, 0, 1).geometry.coordinates;
    const { paths } = pictureOf([
      { geometry: { type: 'Polygon', coordinates: [[first, ...fine, ...rest]] } },
    ]);
    expect(pointsOf(paths[0]).length).toBeLessThan(10);
    expect(pictureOf([])).toMatchObject({ paths: [] });
  });
});

describe('the classes of counts', () => {
  const counts = [5, 8, 12, 17, 40, 44, 120, 300, 0, null];
  const classes = classesOf(counts);

  test('hold every count that is shown, none twice', () => {
    expect(classes.length).toBeGreaterThan(2);
    for (let i = 1; i < classes.length; i++) expect(classes[i].from).toBe(classes[i - 1].to + 1);
    for (const count of [5, 8, 12, 17, 40, 44, 120, 300]) {
      const own = classes.filter(({ from, to }) => count >= from && count <= to);
      expect(own.map(({ colour }) => colour)).toEqual([colourOf(count, classes)]);
    }
  });

  test('are one for one count, and none where nothing is shown', () => {
    expect(classesOf([7, 7, null]).length).toBe(1);
    expect(colourOf(7, classesOf([7, 7]))).toMatch(/ramp/);
    expect(classesOf([0, null])).toEqual([]);
  });
});
