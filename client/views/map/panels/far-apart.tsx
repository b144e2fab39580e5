import { FormattedMessage } from 'react-intl';
import type { Dataset } from '../../../api/records.ts';
import { apart, meets } from '../../../map/extent.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useMapContext } from '../map-context.ts';

/** One surface over two cities says nothing about either: offers to ask about the data that is in view. */
export function FarApart() {
  const { filter, change, incidents, records } = useMapContext();
  const meant = (records.datasets ?? []).filter(
    ({ id, kind, bounds }) =>
      kind === 'incidents' && bounds !== null && (!filter.datasets || filter.datasets.includes(id)),
  );
  const view = incidents.view?.bounds;
  if (!view || filter.areas?.length || !apart(meant.flatMap(boundsOf))) return null;
  const inView = meant.filter((dataset) => boundsOf(dataset).some((bounds) => meets(bounds, view)));
  return (
    <Notice
      tone="amber"
      action={
        inView.length > 0 && inView.length < meant.length ? (
          <Button size="small" onPress={() => change({ datasets: inView.map(({ id }) => id) })}>
            <FormattedMessage id="map.apart.narrow" defaultMessage="Only what is in view" />
          </Button>
        ) : null
      }
    >
      <FormattedMessage
        id="map.apart.text"
        defaultMessage="The data sets lie far apart. Ask about one place at a time."
      />
    </Notice>
  );
}

const boundsOf = ({ bounds }: Dataset) => (bounds ? [bounds] : []);
