import { FormattedMessage, useIntl } from 'react-intl';
import { useIncidentPages } from '../../../api/incidents.ts';
import type { Incident } from '../../../api/records.ts';
import { Button } from '../../../ui/button.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from '../panels/panels.module.css';

/** Half a side of the square that counts as one place, in degrees: about a metre. */
const REACH = 0.00001;
const LISTED = 50;

/** Incidents are often recorded at the middle of a block: those that lie under this one can be stepped through. */
export function SamePlace({ incident }: { incident: Incident }) {
  if (!incident.position) return null;
  return <Neighbours id={incident.id} position={incident.position} />;
}

function Neighbours({ id, position: [lon, lat] }: { id: number; position: readonly [number, number] }) {
  const intl = useIntl();
  const { filter, select } = useMapContext();
  const corner = (x: number, y: number): [number, number] => [lon + x * REACH, lat + y * REACH];
  const ring = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
  const pages = useIncidentPages({ ...filter, geometry: { type: 'Polygon', coordinates: [ring] } }, LISTED);
  const page = pages.data?.pages[0];
  const at = page?.items.findIndex((item) => item.id === id) ?? -1;
  if (!page || page.items.length < 2 || at < 0) return null;
  const go = (step: number) => {
    const next = page.items[(at + step + page.items.length) % page.items.length];
    select({ kind: 'incident', id: String(next.id) });
  };
  return (
    <div className={panelStyles.row}>
      <Button size="small" onPress={() => go(-1)}>
        <FormattedMessage id="map.place.previous" defaultMessage="Previous" />
      </Button>
      <span className={panelStyles.quiet}>
        {intl.formatMessage(
          {
            id: 'map.place.of',
            defaultMessage:
              '{at, number} of {count, number}{more, select, true { or more} other {}} at this place',
          },
          { at: at + 1, count: page.items.length, more: String(page.next !== null) },
        )}
      </span>
      <Button size="small" onPress={() => go(1)}>
        <FormattedMessage id="map.place.next" defaultMessage="Next" />
      </Button>
    </div>
  );
}
