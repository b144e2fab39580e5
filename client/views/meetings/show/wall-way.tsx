import { lazy, Suspense } from 'react';
import type { ShownMeeting } from '../../../api/meeting-show.ts';
import { boundsOf } from '../../../map/measure.ts';
import { stopKeys } from '../../../stop-keys.ts';
import styles from './stage.module.css';

const StageMap = lazy(() =>
  import('../../../map/stage-map.tsx').then((module) => ({ default: module.StageMap })),
);
const NONE: readonly never[] = [];

/** The way of a walkabout before the room: its map, and the stops by their numbers. */
export function WallWay({ route }: { route: NonNullable<ShownMeeting['route']> }) {
  const keys = stopKeys(route.stops);
  const path = [...(route.line?.coordinates ?? []), ...route.stops.map(({ position }) => position)];
  const bounds = boundsOf({ type: 'MultiPoint', coordinates: path });
  const size = { width: window.innerWidth * 0.42, height: window.innerHeight * 0.5 };
  return (
    <div className={styles.way}>
      <ol className={styles.lines}>
        {route.stops.map(({ text }, i) => (
          <li key={keys[i]} dir="auto">
            {text || '–'}
          </li>
        ))}
      </ol>
      {path.length > 0 ? (
        <div className={styles.map}>
          <Suspense fallback={null}>
            <StageMap
              view={bounds}
              around={bounds}
              areas={NONE}
              ground={null}
              place={null}
              squares={NONE}
              told={NONE}
              way={route}
              size={size}
            />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}
