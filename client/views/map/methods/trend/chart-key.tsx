import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './chart-key.module.css';

/** What the lines and signs of the chart are. */
export function ChartKey({ season }: { season: boolean }) {
  return (
    <ul className={styles.key}>
      <Entry sample={<path d="M0 7H26" stroke="var(--ink)" strokeWidth={1.5} />}>
        <FormattedMessage id="map.trend.key.counts" defaultMessage="incidents" />
      </Entry>
      <Entry
        sample={
          <>
            <rect width={26} height={14} fill="var(--teal-tint)" />
            <path d="M0 7H26" stroke="var(--teal)" strokeWidth={1.5} strokeDasharray="5 3" />
          </>
        }
      >
        <FormattedMessage
          id="map.trend.key.limits"
          defaultMessage="expected, and what chance gives around it"
        />
      </Entry>
      <Entry sample={<path d="M13 2l6 10H7z" fill="var(--hot-3)" />}>
        <FormattedMessage id="map.trend.key.above" defaultMessage="more than chance gives" />
      </Entry>
      <Entry sample={<path d="M13 1l5 6-5 6-5-6z" fill="var(--cold-3)" />}>
        <FormattedMessage id="map.trend.key.below" defaultMessage="fewer than chance gives" />
      </Entry>
      {season ? (
        <>
          <Entry sample={<path d="M13 0V14" stroke="var(--data-5)" strokeWidth={4} strokeOpacity={0.55} />}>
            <FormattedMessage id="map.trend.key.season" defaultMessage="usual for the season" />
          </Entry>
          <Entry sample={<circle cx={13} cy={7} r={6} fill="none" stroke="var(--ink)" strokeWidth={1.5} />}>
            <FormattedMessage id="map.trend.key.unusual" defaultMessage="unusual for the season" />
          </Entry>
        </>
      ) : null}
    </ul>
  );
}

function Entry({ sample, children }: { sample: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.entry}>
      <svg width={26} height={14} aria-hidden>
        {sample}
      </svg>
      {children}
    </li>
  );
}
