import type { LayerSpecification } from 'maplibre-gl';

const OPACITY_NAMES: Readonly<Record<string, readonly string[]>> = {
  background: ['background-opacity'],
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['text-opacity', 'icon-opacity'],
  raster: ['raster-opacity'],
};

/** The same style layers at a share of their opacity. Expressions give way to the plain share. */
export function fade<Style extends LayerSpecification>(styles: readonly Style[], opacity: number): Style[] {
  if (opacity === 1) return [...styles];
  return styles.map((style) => {
    const paint = new Map<string, unknown>(Object.entries(style.paint ?? {}));
    for (const name of OPACITY_NAMES[style.type] ?? []) {
      const own = paint.get(name);
      paint.set(name, typeof own === 'number' ? own * opacity : opacity);
    }
    return { ...style, paint: Object.fromEntries(paint) };
  });
}
