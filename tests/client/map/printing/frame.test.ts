import { expect, test } from 'vitest';
import { metresPerPixel, projector, scaleBar } from '../../../../client/map/printing/frame.ts';

const world = { west: -180, north: 85.0511, zoom: 0, width: 512, height: 512 };

test('the web map at zoom 0 is 512 pixels wide with the equator in the middle', () => {
  const project = projector(world);
  const [x, y] = project([0, 0]);
  expect(x).toBeCloseTo(256, 6);
  expect(y).toBeCloseTo(256, 2);
  expect(project([180, 0])[0]).toBeCloseTo(512, 6);
});

test('a pixel is as wide as the tables of the web map say', () => {
  // OpenStreetMap's table for tiles of 256 pixels: 4.777 m at zoom 15 on the equator, so for 512 at zoom 14.
  const equator = { west: 0, north: 0.001, zoom: 14, width: 100, height: 1 };
  expect(metresPerPixel(equator)).toBeCloseTo(4.777, 3);
  const north60 = { west: 0, north: 60, zoom: 14, width: 100, height: 1 };
  expect(metresPerPixel(north60)).toBeCloseTo(4.777 / 2, 2);
});

test('the bar of the scale is 1, 2 or 5 and fits', () => {
  for (const zoom of [3, 8.3, 12.49, 15, 18.9]) {
    const frame = { west: -75.2, north: 40, zoom, width: 900, height: 600 };
    const { metres, pixels } = scaleBar(frame);
    expect(pixels).toBeLessThanOrEqual(120);
    expect(pixels).toBeGreaterThan(120 / 2.6);
    expect(String(metres)).toMatch(/^[125]0*$|^0\.0*[125]$/);
    expect(metres / pixels).toBeCloseTo(metresPerPixel(frame));
  }
});
