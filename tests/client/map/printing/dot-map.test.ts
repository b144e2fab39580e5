import { describe, expect, it } from 'vitest';
import { drawDotMap } from '../../../../client/map/printing/dot-map.ts';

const AREA = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [0.02, 0],
      [0.02, 0.02],
      [0, 0.02],
      [0, 0],
    ],
  ],
};
const GRID = {
  bounds: [0, 0, 0.02, 0.02] as const,
  meridians: [0, 0.01, 0.02],
  parallels: [0.02, 0.01, 0],
  columnNames: ['A', 'B'],
};
const WORDS = { metres: (length: number) => `${length} m`, north: 'N' };
const SIZE = { width: 600, height: 600 };
const draw = (ground: Partial<Parameters<typeof drawDotMap>[0]> = {}) =>
  drawDotMap({ area: AREA, streets: null, landmarks: [], ...ground }, GRID, SIZE, WORDS).markup;
const count = (text: string, of: RegExp) => [...text.matchAll(of)].length;

describe('a map for dots', () => {
  it('names columns and rows on both sides', () => {
    const markup = draw();
    for (const name of ['A', 'B', '1', '2'])
      expect(count(markup, new RegExp(`>${name}</text>`, 'g'))).toBe(2);
  });

  it('is black, grey and white alone', () => {
    const colours = [
      ...draw({ streets: streetsOf('primary', 'residential', 'river') }).matchAll(/#[0-9a-f]{6}/g),
    ];
    expect(colours.length).toBeGreaterThan(5);
    for (const [colour] of colours) {
      const [red, green, blue] = [1, 3, 5].map((at) => colour.slice(at, at + 2));
      expect([green, blue]).toEqual([red, red]);
    }
  });

  it('names a place that people know, and draws no dot where there is no room for its name', () => {
    const school = { name: 'School', position: [0.01, 0.01] };
    expect(draw({ landmarks: [school] })).toContain('School');
    const two = draw({ landmarks: [school, { name: 'Clinic', position: [0.01, 0.01] }] });
    expect(two).not.toContain('Clinic');
    expect(count(two, /<circle/g)).toBe(1);
    expect(draw({ landmarks: [{ name: 'Far', position: [1, 1] }] })).not.toContain('Far');
  });

  it('writes the name of a street once, and what a person wrote as text', () => {
    const markup = draw({ streets: streetsOf('primary', 'primary') });
    expect(count(markup, /Road &lt;1&gt;/g)).toBe(1);
    expect(markup).not.toContain('<1>');
  });
});

function streetsOf(...classes: string[]) {
  return {
    type: 'FeatureCollection' as const,
    features: classes.map((kind, i) => ({
      type: 'Feature' as const,
      properties: { name: 'Road <1>', class: kind },
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [0.002, 0.005 + i * 0.003],
          [0.01, 0.006 + i * 0.003],
          [0.018, 0.005 + i * 0.003],
        ],
      },
    })),
  };
}
