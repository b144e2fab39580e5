import { FormattedMessage, useIntl } from 'react-intl';
import {
  FLAG_APPROXIMATE,
  FLAG_DATE_ONLY,
  FLAG_MONTH_ONLY,
  FLAG_OUTSIDE_AREA,
} from '../../../../analysis/incident-columns.ts';
import { useIncident } from '../../../api/incidents.ts';
import type { Incident } from '../../../api/records.ts';
import { useIncidentTime } from '../../../incident-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from '../panels/panels.module.css';
import { Facts } from './facts.tsx';
import styles from './inspector.module.css';
import { LinkForm } from './link-form.tsx';
import { SamePlace } from './same-place.tsx';

export function IncidentCard({ id }: { id: number }) {
  const { data: incident, error } = useIncident(id);
  if (error) return <Notice tone="red">{error.message}</Notice>;
  if (!incident)
    return (
      <p className={panelStyles.quiet}>
        <FormattedMessage id="map.loading" defaultMessage="Loading…" />
      </p>
    );
  return (
    <>
      <IncidentFacts incident={incident} />
      <SamePlace incident={incident} />
      <LinkForm incident={incident} />
    </>
  );
}

function IncidentFacts({ incident }: { incident: Incident }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const name = <Item extends { id: number; name: string }>(items: readonly Item[] = [], wanted: number) =>
    items.find(({ id }) => id === wanted)?.name ?? String(wanted);
  const { flags, position } = incident;
  const write = useIncidentTime();
  const time = (instant: string | null) => write(incident, instant, 'full');
  const to = incident.occurredTo === incident.occurredFrom ? null : incident.occurredTo;
  return (
    <>
      <p className={styles.title}>{name(records.categories, incident.categoryId)}</p>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.incident.from', defaultMessage: 'When' }),
            time(incident.occurredFrom),
          ],
          [intl.formatMessage({ id: 'map.incident.to', defaultMessage: 'At the latest' }), time(to)],
          [
            intl.formatMessage({ id: 'map.incident.reported', defaultMessage: 'Reported' }),
            time(incident.reportedAt),
          ],
          [intl.formatMessage({ id: 'map.incident.place', defaultMessage: 'Where' }), incident.placeText],
          [
            intl.formatMessage({ id: 'map.incident.position', defaultMessage: 'Position' }),
            position ? `${position[1].toFixed(5)}, ${position[0].toFixed(5)}` : null,
          ],
          [
            intl.formatMessage({ id: 'map.incident.accuracy', defaultMessage: 'Accuracy' }),
            incident.accuracyM === null ? null : `${intl.formatNumber(incident.accuracyM)} m`,
          ],
          [
            intl.formatMessage({ id: 'map.incident.dataset', defaultMessage: 'Data set' }),
            name(records.datasets, incident.datasetId),
          ],
          [
            intl.formatMessage({ id: 'map.incident.source', defaultMessage: 'Number there' }),
            incident.sourceId,
          ],
        ]}
      />
      <Caveats flags={flags} located={position !== null} />
    </>
  );
}

function Caveats({ flags, located }: { flags: number; located: boolean }) {
  return (
    <div className={panelStyles.quiet}>
      {flags & FLAG_APPROXIMATE ? (
        <p>
          <FormattedMessage
            id="map.incident.approximate"
            defaultMessage="The position is snapped or the middle of an area."
          />
        </p>
      ) : null}
      {flags & FLAG_DATE_ONLY ? (
        <p>
          <FormattedMessage
            id="map.incident.dateOnly"
            defaultMessage="Only the date is known, not the hour."
          />
        </p>
      ) : null}
      {flags & FLAG_MONTH_ONLY ? (
        <p>
          <FormattedMessage id="map.incident.monthOnly" defaultMessage="Only the month is known." />
        </p>
      ) : null}
      {flags & FLAG_OUTSIDE_AREA ? (
        <p>
          <FormattedMessage
            id="map.incident.outside"
            defaultMessage="It lay outside every area when it was imported."
          />
        </p>
      ) : null}
      {located ? null : (
        <p>
          <FormattedMessage
            id="map.incident.unlocated"
            defaultMessage="It has no position: it is in lists and over time, not on the map."
          />
        </p>
      )}
    </div>
  );
}
