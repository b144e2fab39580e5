import type { FeatureCollection } from 'geojson';
import { useContext, useMemo } from 'react';
import type { MessageDescriptor } from 'react-intl';
import type { Area, Asset } from '../../../api/records.ts';
import { drawDotMap } from '../../../map/printing/dot-map.ts';
import { cellBounds, columnName, type DotGrid, gridBounds } from './dot-grid.ts';
import { type Pen, Pens, Said } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';

/** As many rows as fill a page under its head. */
export const ROWS_A_COPY = 20;
const WIDTH = 690;
const MOST_HEIGHT = 720;
const LEAST_HEIGHT = 420;
/** Places by which people find their way. */
const LANDMARKS: readonly string[] = [
  'school',
  'clinic',
  'market',
  'faith',
  'park',
  'police_post',
  'community_centre',
  'youth_centre',
  'library',
  'fire_station',
  'transport_stop',
];

interface DotsSheetProps {
  readonly meeting: SheetMeeting;
  readonly code: string;
  readonly grid: DotGrid;
  readonly area: Area;
  readonly streets: FeatureCollection | null;
  readonly assets: readonly Asset[];
  readonly copies: number;
}

/** A map to put dots on, and a table that says what they are. */
export function DotsSheet({ meeting, code, grid, area, streets, assets, copies }: DotsSheetProps) {
  const [main] = useContext(Pens);
  const source = useMemo(
    () => (main ? mapSource(main, grid, area, streets, assets) : null),
    [main, grid, area, streets, assets],
  );
  const { columns, rows, sideM } = grid;
  return (
    <>
      {Array.from({ length: copies }, (_, copy) => (
        // Copies are alike but for their rows, and stand in a fixed order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Sheet key={copy} meeting={meeting} title={<Said word={SHEET_WORDS.dots} />} code={code}>
          <p>
            <Said word={SHEET_WORDS.dotsHow} />
          </p>
          <p className={styles.strong}>
            <Said word={SHEET_WORDS.dotsCareful} />
          </p>
          {source ? (
            <img
              className={styles.map}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(source.svg)}`}
              width={WIDTH}
              height={source.height}
              alt={main?.intl.formatMessage(MAP_WORD, { columns, rows }) ?? ''}
            />
          ) : null}
          <div className={styles.small}>
            <Said word={SHEET_WORDS.dotsSide} values={(pen) => ({ side: metres(pen, sideM) })} />
          </div>
          <table className={styles.table} data-page="">
            <thead>
              <tr>
                <th scope="col" className={styles.slim}>
                  <Said word={SHEET_WORDS.row} />
                </th>
                <th scope="col" className={styles.count}>
                  <Said word={SHEET_WORDS.dotsSquare} />
                </th>
                <th scope="col">
                  <Said word={SHEET_WORDS.dotsWhat} />
                </th>
                <th scope="col" className={styles.third}>
                  <Said word={SHEET_WORDS.dotsWhen} />
                </th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: ROWS_A_COPY }, (_, i) => copy * ROWS_A_COPY + i + 1).map((row) => (
                <tr key={row} className={styles.tall}>
                  <td className={styles.figure}>{row}</td>
                  <td className={styles.box} />
                  <td />
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      ))}
    </>
  );
}

const MAP_WORD: MessageDescriptor = SHEET_WORDS.dotsMap;

const metres = ({ intl }: Pen, length: number): string =>
  intl.formatNumber(length, { style: 'unit', unit: 'meter' });

function mapSource(
  pen: Pen,
  grid: DotGrid,
  area: Area,
  streets: FeatureCollection | null,
  assets: readonly Asset[],
): { svg: string; height: number } {
  const ground = {
    area: area.geometry,
    streets,
    landmarks: assets
      .filter(({ kind }) => LANDMARKS.includes(kind))
      .toSorted((a, b) => LANDMARKS.indexOf(a.kind) - LANDMARKS.indexOf(b.kind))
      .map(({ name, position }) => ({ name, position })),
  };
  const across = Array.from({ length: grid.columns }, (_, i) => cellBounds(grid, i, 0));
  const down = Array.from({ length: grid.rows }, (_, i) => cellBounds(grid, 0, i));
  const bounds = gridBounds(grid);
  const height = Math.round(
    Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, (WIDTH * grid.rows) / grid.columns + 20)),
  );
  const picture = drawDotMap(
    ground,
    {
      bounds,
      meridians: [...across.map(([west]) => west), bounds[2]],
      parallels: [...down.map(([, , , north]) => north), bounds[1]],
      columnNames: across.map((_, i) => columnName(i)),
    },
    { width: WIDTH, height },
    { metres: (length) => metres(pen, length), north: pen.intl.formatMessage(SHEET_WORDS.north) },
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, 'Noto Sans', sans-serif">${picture.markup}</svg>`;
  return { svg, height };
}
