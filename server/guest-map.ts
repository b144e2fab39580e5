import type { AppDeps } from './deps.ts';
import type { Bounds } from './domain/geometry.ts';
import type { Area, Street } from './store/ports.ts';

/** More lines than a small screen tells apart. */
export const MOST_LINES = 4000;
/** Corners of one line. */
export const MOST_CORNERS = 2000;

type Line = [number, number][];

/** The ground of a meeting for a telephone: the outline of its area and the streets in it, nothing else. */
export function createGuestMap({ store }: Pick<AppDeps, 'store'>) {
  let kept: { tag: string; lines: Line[] } | null = null;

  async function linesIn(area: Area): Promise<Line[]> {
    const datasets = (await store.datasets.list()).filter(({ kind }) => kind === 'streets');
    const tag = [`${area.id}.${area.version}`, ...datasets.map(({ id, version }) => `${id}-${version}`)].join(
      ' ',
    );
    if (kept?.tag !== tag)
      kept = {
        tag,
        lines: (await store.streets.list())
          .flatMap(linesOf)
          .filter(touches(area.bounds))
          .slice(0, MOST_LINES),
      };
    return kept.lines;
  }

  return async (area: Area) => {
    const categories = (await store.categories.list()).filter(({ protected: kind }) => kind === 'none');
    return {
      name: area.name,
      bounds: area.bounds,
      geometry: area.geometry,
      streets: await linesIn(area),
      categories: categories.map(({ id, publicName, name }) => ({ id, name: publicName || name })),
    };
  };
}

function linesOf({ geometry }: Street): Line[] {
  const all = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return all.map((line) => line.slice(0, MOST_CORNERS).map(([lon, lat]): [number, number] => [lon, lat]));
}

const touches =
  ([west, south, east, north]: Bounds) =>
  (line: Line): boolean =>
    line.some(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
