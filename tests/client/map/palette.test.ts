import { describe, expect, it } from 'vitest';
import { contrast, luminance, PALETTES, rampColour, rgb } from '../../../client/map/palette.ts';

describe.each(Object.values(PALETTES))('the $theme palette', (palette) => {
  it('writes readable text on land and on its halo', () => {
    for (const text of [palette.text, palette.textQuiet, palette.problem, palette.note])
      for (const ground of [palette.land, palette.halo]) expect(contrast(text, ground)).toBeGreaterThan(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThan(4.5);
  });

  it('draws markers that stand out from land and water', () => {
    for (const colour of [...palette.categories, palette.otherCategory, palette.asset, palette.accent]) {
      expect(contrast(colour, palette.land)).toBeGreaterThan(3);
      expect(contrast(colour, palette.water)).toBeGreaterThan(3);
    }
  });

  it('draws edges that are seen', () => {
    for (const colour of [palette.areaEdge, palette.problem, palette.selection])
      expect(contrast(colour, palette.land)).toBeGreaterThan(3);
    expect(contrast(palette.selection, palette.selectionHalo)).toBeGreaterThan(12);
  });

  it('has a ramp whose lightness goes one way in even steps', () => {
    const steps = palette.sequential.map(lightness);
    const rising = steps[0] < steps[steps.length - 1];
    const gaps = steps.slice(1).map((value, i) => (rising ? value - steps[i] : steps[i] - value));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    for (const gap of gaps) {
      expect(gap).toBeGreaterThan(mean * 0.55);
      expect(gap).toBeLessThan(mean * 1.6);
    }
  });

  it('tells hot from cold by hue, also without red and green', () => {
    for (let i = 0; i < 3; i++) {
      const [hotRed, , hotBlue] = rgb(palette.hot[i]);
      const [coldRed, , coldBlue] = rgb(palette.cold[i]);
      expect(hotRed).toBeGreaterThan(hotBlue);
      expect(coldBlue).toBeGreaterThan(coldRed);
    }
  });

  it('sets strong findings further from land than weak ones', () => {
    const away = (colour: string) => contrast(colour, palette.land);
    expect(away(palette.hot[2])).toBeGreaterThan(away(palette.hot[1]));
    expect(away(palette.hot[1])).toBeGreaterThan(away(palette.hot[0]));
    expect(away(palette.cold[0])).toBeGreaterThan(away(palette.cold[1]));
    expect(away(palette.cold[1])).toBeGreaterThan(away(palette.cold[2]));
  });
});

describe('colour arithmetic', () => {
  it('knows black, white and their contrast', () => {
    expect(luminance('#ffffff')).toBeCloseTo(1);
    expect(luminance('#000000')).toBe(0);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });

  it('mixes between the stops of a ramp and stays inside it', () => {
    expect(rampColour(['#000000', '#ffffff'], 0.5)).toEqual([128, 128, 128]);
    expect(rampColour(['#000000', '#ffffff'], 7)).toEqual([255, 255, 255]);
    expect(rampColour(['#000000', '#ffffff'], -1)).toEqual([0, 0, 0]);
  });
});

/** L* of CIE 1976. */
function lightness(hex: string): number {
  const y = luminance(hex);
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}
