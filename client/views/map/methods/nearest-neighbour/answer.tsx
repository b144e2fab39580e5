import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, useMetresText } from '../figures.ts';
import { DistanceChart } from './distance-chart.tsx';
import { NearestWords } from './words.tsx';

type Summary = SummaryOf<'nearest-neighbour'>;
type Figures = NonNullable<Summary['incidents']>;

export function NearestAnswer({ run: { summary } }: { run: RunOf<'nearest-neighbour'> }) {
  if (!summary?.incidents) return null;
  const { incidents, places, sharing, bands, region } = summary;
  return (
    <>
      <NearestWords incidents={incidents} places={places} sharing={sharing} region={region} />
      <DistanceChart bands={bands} />
      <Comparison incidents={incidents} places={places} />
    </>
  );
}

/** All incidents, and every place once: where the two differ, addresses that occur again and again make the difference. */
function Comparison({ incidents, places }: { incidents: Figures; places: Figures | null }) {
  const intl = useIntl();
  const metres = useMetresText();
  const chance = useChanceText();
  const label = intl.formatMessage({
    id: 'map.nearest.table',
    defaultMessage: 'Distance to the nearest other one, and by chance',
  });
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  const row = (id: string, name: string, figures: Figures) => ({
    id,
    name,
    figures: [
      { text: intl.formatNumber(figures.n) },
      { text: metres(figures.observed) },
      { text: metres(figures.expected) },
      { text: number(figures.index), marked: figures.class !== 0 },
      { text: number(figures.z) },
      { text: chance(figures.p) ?? '–' },
    ],
  });
  const all = intl.formatMessage({ id: 'map.nearest.all', defaultMessage: 'All' });
  const once = intl.formatMessage({ id: 'map.nearest.once', defaultMessage: 'Places once' });
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage id="map.nearest.title" defaultMessage="Mean distance to the nearest" />
      </h3>
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.nearest.counted', defaultMessage: 'Counted' }),
          'n',
          intl.formatMessage({ id: 'map.nearest.observed', defaultMessage: 'Found' }),
          intl.formatMessage({ id: 'map.nearest.expected', defaultMessage: 'By chance' }),
          intl.formatMessage({ id: 'map.nearest.index', defaultMessage: 'Index' }),
          'z',
          'p',
        ]}
        rows={[row('all', all, incidents), ...(places ? [row('once', once, places)] : [])]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.nearest.read"
          defaultMessage="Index: found, divided by chance. Below 1 they lie closer together, above 1 farther apart; framed where chance alone seldom does as much. Incidents near the edge may have their nearest outside, which makes the index a little too high. A place is a position to the metre."
        />
      </p>
    </section>
  );
}
