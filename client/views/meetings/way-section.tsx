import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { type Meeting, useCommittee } from '../../api/meetings.ts';
import { boundsOf } from '../../map/measure.ts';
import { stopKeys } from '../../stop-keys.ts';
import styles from './meetings.module.css';

const RouteMap = lazy(() =>
  import('../../map/route-map.tsx').then((module) => ({ default: module.RouteMap })),
);

/** The way of a walkabout: its stops in words, and the map of them. */
export function WaySection({ meeting: { committeeId, route } }: { meeting: Meeting }) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const { data: committee } = useCommittee(committeeId);
  if (route === null) return null;
  const area = areas?.find(({ id }) => id === committee?.areaId);
  const keys = stopKeys(route.stops);
  const path = [...(route.line?.coordinates ?? []), ...route.stops.map(({ position }) => position)];
  return (
    <section className={styles.section} aria-labelledby="meeting-way">
      <h2 id="meeting-way">
        <FormattedMessage id="route.title" defaultMessage="The way" />
      </h2>
      <ol className={styles.numbered}>
        {route.stops.map(({ text }, i) => (
          <li key={keys[i]}>
            <bdi>
              {text ||
                intl.formatMessage(
                  { id: 'route.stop.unnamed', defaultMessage: 'Stop {number, number}' },
                  { number: i + 1 },
                )}
            </bdi>
          </li>
        ))}
      </ol>
      {areas && path.length > 0 ? (
        <div className={styles.map}>
          <Suspense fallback={null}>
            <RouteMap
              label={intl.formatMessage({ id: 'route.map', defaultMessage: 'Map of the walkabout' })}
              areas={area ? [area] : []}
              bounds={boundsOf({ type: 'MultiPoint', coordinates: path })}
              way={route}
            />
          </Suspense>
        </div>
      ) : null}
    </section>
  );
}
