import { describe, expect, it } from 'vitest';
import { readCoordinates } from '../../../client/map/typed-coordinates.ts';

describe('readCoordinates', () => {
  it('reads a point, a line and a polygon, which it closes', () => {
    expect(readCoordinates('-75.16, 39.95', 'point')).toEqual({
      shape: { type: 'Point', coordinates: [-75.16, 39.95] },
    });
    expect(readCoordinates('1 2; 3 4', 'line')).toEqual({
      shape: {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    });
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const polygon = { shape: { type: 'Polygon', coordinates: [ring] } };
    expect(readCoordinates('0,0\n1,0\n\n1,1', 'polygon')).toEqual(polygon);
    expect(readCoordinates('0,0\n1,0\n1,1\n0,0', 'polygon')).toEqual(polygon);
  });

  it.each([
    ['', 'point', 'empty', 1],
    ['1,2\nnorth of the station', 'line', 'unreadable', 2],
    ['39.95', 'point', 'unreadable', 1],
    ['39.95, -175.16', 'point', 'outside', 1],
    ['1,2', 'line', 'tooFew', 1],
    ['1,2\n3,4', 'polygon', 'tooFew', 2],
  ] as const)('refuses %j as a %s: %s in line %d', (text, kind, problem, line) => {
    expect(readCoordinates(text, kind)).toEqual({ problem, line });
  });
});
