import { FormattedMessage } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import styles from './unknown-bar.module.css';

/** How much of the answer is knowledge: what nobody knows is shown as long as it is. */
export function UnknownBar({ summary }: { summary: SummaryOf<'data-clock'> }) {
  const { n, spread, sharp, dateOnly, unknown, withoutTime } = summary;
  const parts = [
    {
      id: 'sharp',
      size: sharp,
      text: (
        <FormattedMessage
          id="map.clock.sharp"
          defaultMessage="{size, number} known to the hour"
          values={{ size: sharp }}
        />
      ),
    },
    {
      id: 'spread',
      size: spread - sharp,
      text: (
        <FormattedMessage
          id="map.clock.spread"
          defaultMessage="{size, number} within a span"
          values={{ size: spread - sharp }}
        />
      ),
    },
    {
      id: 'date',
      size: dateOnly,
      text: (
        <FormattedMessage
          id="map.clock.date"
          defaultMessage="{size, number} by the date only"
          values={{ size: dateOnly }}
        />
      ),
    },
    {
      id: 'unknown',
      size: unknown + withoutTime,
      text: (
        <FormattedMessage
          id="map.clock.unknown"
          defaultMessage="{size, number} at an unknown time"
          values={{ size: unknown + withoutTime }}
        />
      ),
    },
  ];
  if (n === 0) return null;
  return (
    <figure className={styles.figure}>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ id, size }) =>
          size > 0 ? <span key={id} data-part={id} style={{ flexGrow: size }} /> : null,
        )}
      </div>
      <figcaption className={styles.parts}>
        {parts.map(({ id, text }) => (
          <span key={id} className={styles.part}>
            <span className={styles.key} data-part={id} aria-hidden />
            {text}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
