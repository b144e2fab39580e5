import type { Geometry } from 'geojson';
import { FormattedMessage } from 'react-intl';
import { measure } from '../../map/measure.ts';
import styles from './panels/panels.module.css';

/** Length of a line; area and edge of a polygon; where a point lies. */
export function MeasureText({ geometry }: { geometry: Geometry }) {
  if (geometry.type === 'Point')
    return (
      <p className={styles.quiet}>
        {geometry.coordinates[1].toFixed(5)}, {geometry.coordinates[0].toFixed(5)}
      </p>
    );
  const { length, area } = measure(geometry);
  const metres = Math.round(length ?? 0);
  return (
    <p className={styles.quiet}>
      {area === null ? (
        <FormattedMessage
          id="map.measure.length"
          defaultMessage="{metres, number} m long"
          values={{ metres }}
        />
      ) : (
        <FormattedMessage
          id="map.measure.area"
          defaultMessage="{area, number} km², {metres, number} m round"
          values={{ area: Number((area / 1e6).toPrecision(3)), metres }}
        />
      )}
    </p>
  );
}
