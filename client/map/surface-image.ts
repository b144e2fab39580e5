import { cellOutlines } from '../../analysis/grid.ts';
import { classOf, rootBreaks } from './legend.ts';
import { type Palette, rgb } from './palette.ts';
import type { DensityResult } from './results/kernel-density.ts';
import type { Position } from './results/result-table.ts';

export interface SurfaceImage {
  readonly url: string;
  /** Top left, top right, bottom right, bottom left: as MapLibre wants them. */
  readonly corners: [Position, Position, Position, Position];
}

/** Pixels a cell takes each way: enough that cells stay crisp when the picture is stretched. */
const PIXELS = 4;
const known = new WeakMap<DensityResult, Map<string, SurfaceImage>>();

/** The density as one picture, coloured by the classes of the legend. Made once a theme. */
export function surfaceImage(result: DensityResult, palette: Palette): SurfaceImage {
  const images = known.get(result) ?? new Map<string, SurfaceImage>();
  known.set(result, images);
  const image = images.get(palette.theme) ?? drawSurface(result, palette);
  images.set(palette.theme, image);
  return image;
}

function drawSurface(result: DensityResult, palette: Palette): SurfaceImage {
  const { columns, rows } = result.grid;
  const small = new ImageData(columns, rows);
  small.data.set(surfacePixels(result, palette));
  const [source, target] = [document.createElement('canvas'), document.createElement('canvas')];
  Object.assign(source, { width: columns, height: rows });
  Object.assign(target, { width: columns * PIXELS, height: rows * PIXELS });
  source.getContext('2d')?.putImageData(small, 0, 0);
  const context = target.getContext('2d');
  if (context) {
    context.imageSmoothingEnabled = false;
    context.drawImage(source, 0, 0, target.width, target.height);
  }
  return { url: target.toDataURL('image/png'), corners: gridCorners(result) };
}

/** One RGBA pixel a cell, the northernmost row first. Classes below half a step from zero stay clear. */
export function surfacePixels(result: DensityResult, palette: Palette): Uint8ClampedArray {
  const { columns, rows } = result.grid;
  const ramp = palette.sequential.map(rgb);
  const breaks = rootBreaks(result.maximum, ramp.length);
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  for (let i = 0; i < result.cell.length; i++) {
    const value = result.value[i];
    if (!(value > 0)) continue;
    const column = result.cell[i] % columns;
    const row = (result.cell[i] - column) / columns;
    const at = ((rows - 1 - row) * columns + column) * 4;
    pixels.set([...ramp[classOf(value, breaks)], value < breaks[1] / 10 ? 0 : 255], at);
  }
  return pixels;
}

function gridCorners({ grid }: DensityResult): SurfaceImage['corners'] {
  const { columns, rows } = grid;
  const last = columns * rows - 1;
  // Squares give their corners from the lower left, counter-clockwise.
  const { lon, lat } = cellOutlines(grid, [0, columns - 1, last, last - columns + 1]);
  const corner = (cell: number, k: number): Position => [lon[cell * 4 + k], lat[cell * 4 + k]];
  return [corner(3, 3), corner(2, 2), corner(1, 1), corner(0, 0)];
}
