/**
 * Colours of the map. They live here and not in the stylesheet because WebGL needs them as numbers;
 * the interface around the map takes its colours from the tokens.
 */
export type Theme = 'light' | 'dark';
export type Rgb = readonly [number, number, number];

export interface Palette {
  readonly theme: Theme;
  readonly water: string;
  readonly land: string;
  readonly landEdge: string;
  readonly street: string;
  readonly streetMajor: string;
  readonly streetEdge: string;
  readonly river: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly halo: string;
  readonly areaEdge: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly problem: string;
  readonly note: string;
  readonly concern: string;
  readonly selection: string;
  readonly selectionHalo: string;
  readonly asset: string;
  /** One colour a category, in order of how often it occurs; the last stands for all others. */
  readonly categories: readonly string[];
  readonly otherCategory: string;
  /** Low to high. Even steps of lightness, safe for colour-blind readers. */
  readonly sequential: readonly string[];
  /** Strong cold, cold, weak cold; then weak hot, hot, strong hot. */
  readonly cold: readonly [string, string, string];
  readonly hot: readonly [string, string, string];
}

const light: Palette = {
  theme: 'light',
  water: '#dbe6e8',
  land: '#f5f2eb',
  landEdge: '#b9b1a2',
  street: '#d8d1c3',
  streetMajor: '#bdb4a3',
  streetEdge: '#f5f2eb',
  river: '#9fc3cf',
  text: '#2e2c28',
  textQuiet: '#5d584f',
  halo: '#faf8f3',
  areaEdge: '#6f685c',
  accent: '#0b5f63',
  onAccent: '#ffffff',
  problem: '#8a3d00',
  note: '#4b3f8f',
  concern: '#7a1f5c',
  selection: '#111111',
  selectionHalo: '#ffffff',
  asset: '#3b4a57',
  categories: ['#0b6fa8', '#b3560a', '#00735a', '#a13a78', '#6a5f00', '#5b4bb0', '#8a3b2b', '#2f6f2f'],
  otherCategory: '#6b6b6b',
  sequential: ['#e9f1e4', '#c3dfc9', '#93c8b6', '#5fabaa', '#35879b', '#235f86', '#1f3566'],
  cold: ['#1f5f9e', '#5b93c8', '#a3c4e3'],
  hot: ['#f3c089', '#e08a2e', '#a9510a'],
};

const dark: Palette = {
  theme: 'dark',
  water: '#10191c',
  land: '#1c2022',
  landEdge: '#4c5357',
  street: '#343b3f',
  streetMajor: '#4b5459',
  streetEdge: '#1c2022',
  river: '#24424d',
  text: '#ece8df',
  textQuiet: '#b9b3a7',
  halo: '#15191b',
  areaEdge: '#9a948a',
  accent: '#3fb0ae',
  onAccent: '#06191a',
  problem: '#f0a35c',
  note: '#b9aef5',
  concern: '#f2a6d3',
  selection: '#ffffff',
  selectionHalo: '#000000',
  asset: '#c3ced8',
  categories: ['#56b4e9', '#f0913e', '#2bbd95', '#e08abf', '#d6c62f', '#a99bf2', '#e58b78', '#86c96b'],
  otherCategory: '#a3a3a3',
  sequential: ['#233a4f', '#27536f', '#2b718a', '#3b909b', '#62aea4', '#9ccdb0', '#e2eec2'],
  cold: ['#7db8ef', '#4a86bd', '#2f5578'],
  hot: ['#7a4a1c', '#bf701f', '#f7a94e'],
};

/**
 * For paper, where a copier leaves no colour: hot is dark and cold is pale, each in steps that stay apart in grey. The
 * ramps of densities are even in lightness already.
 */
export const PAPER_PALETTE: Palette = {
  ...light,
  water: '#ffffff',
  land: '#ffffff',
  street: '#c9c9c9',
  streetMajor: '#9a9a9a',
  streetEdge: '#ffffff',
  river: '#b5cfda',
  text: '#111111',
  textQuiet: '#444444',
  halo: '#ffffff',
  cold: ['#a9c8e4', '#c8dcee', '#e4eef7'],
  hot: ['#dd9a55', '#b0621b', '#6b3206'],
};

export const PALETTES: Readonly<Record<Theme, Palette>> = { light, dark };

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance of WCAG 2. */
export function luminance(hex: string): number {
  const [r, g, b] = rgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The colour of a share between 0 and 1 along a ramp, mixed between its stops. */
export function rampColour(ramp: readonly string[], share: number): Rgb {
  const place = Math.min(Math.max(share, 0), 1) * (ramp.length - 1);
  const index = Math.min(Math.floor(place), ramp.length - 2);
  const [a, b] = [rgb(ramp[index]), rgb(ramp[index + 1])];
  const part = place - index;
  return [0, 1, 2].map((i) => Math.round(a[i] + (b[i] - a[i]) * part)) as unknown as Rgb;
}
