import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { PatchTable, useShareColumn } from '../found-table.tsx';

type Patch = SummaryOf<'local-moran'>['hotspots'][number];

export function MoranAnswer({ run: { summary } }: { run: RunOf<'local-moran'> }) {
  const intl = useIntl();
  const share = useShareColumn<Patch>();
  if (!summary) return null;
  const { highHigh, highLow, lowHigh, lowLow, hotspots } = summary;
  return (
    <>
      {summary.tooFew ? null : (
        <p>
          <FormattedMessage
            id="map.moran.words"
            defaultMessage="Of {cells, number} cells, {highHigh, number} have many incidents among cells with many, {lowLow, number} have few among few. {odd, plural, =0 {No cell is unlike its neighbours} one {# cell is unlike its neighbours ({highLow, number} busier, {lowHigh, number} quieter)} other {# cells are unlike their neighbours ({highLow, number} busier, {lowHigh, number} quieter)}}."
            values={{ cells: summary.cells, highHigh, lowLow, highLow, lowHigh, odd: highLow + lowHigh }}
          />
        </p>
      )}
      <PatchTable<Patch>
        title={
          <FormattedMessage
            id="map.moran.title"
            defaultMessage="{count, plural, =0 {No busy patches} one {# busy patch} other {# busy patches}}"
            values={{ count: hotspots.length }}
          />
        }
        label={intl.formatMessage({
          id: 'map.moran.label',
          defaultMessage: 'Patches of many among many, by incidents',
        })}
        empty={
          <FormattedMessage
            id="map.hotspots.none"
            defaultMessage="No cell stands out more than chance would explain."
          />
        }
        rows={hotspots}
        columns={[share]}
      />
    </>
  );
}
