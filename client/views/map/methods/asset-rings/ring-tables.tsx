import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { type Figure, FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText } from '../figures.ts';
import { byKind, type KindRings } from './findings.ts';

type Summary = SummaryOf<'asset-rings'>;
type Ring = Summary['rings'][number];

/** A ratio this far above 1 gets the full colour. */
const FULL = 4;

/** A table a kind, from the inside out: counts, density, and the ratio to the ground beyond with its exact interval. */
export function RingTables({ summary }: { summary: Summary }) {
  const kinds = byKind(summary.rings);
  if (kinds.length === 0) return null;
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage id="map.rings.title" defaultMessage="Rings, by kind of asset" />
      </h3>
      {kinds.map((kind) => (
        <RingTable key={kind.kind} kind={kind} summary={summary} />
      ))}
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.rings.read"
          defaultMessage="Times: incidents per km² in the ring, divided by those beyond the widest ring. Framed: more (▲) or fewer (▼) than chance explains. An incident near two assets of a kind counts once, for the nearer one; kinds are counted apart."
        />
      </p>
    </section>
  );
}

function RingTable({ kind, summary }: { kind: KindRings; summary: Summary }) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const { ofRing, beyond } = useRingFigures();
  const title = intl.formatMessage(
    {
      id: 'map.rings.kindOf',
      defaultMessage: '{kind} ({assets, plural, one {# asset} other {# assets}})',
    },
    { kind: kindText(kind.kind), assets: kind.assets },
  );
  const interval = intl.formatMessage(
    { id: 'map.rings.interval', defaultMessage: '{level} interval' },
    { level: intl.formatNumber(1 - summary.level, { style: 'percent', maximumFractionDigits: 2 }) },
  );
  return (
    <FigureTable
      label={title}
      columns={[
        title,
        intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
        intl.formatMessage({ id: 'map.rings.perKm2', defaultMessage: 'per km²' }),
        intl.formatMessage({ id: 'map.rings.ratio', defaultMessage: 'Times' }),
        interval,
        summary.correction === 'fdr'
          ? intl.formatMessage({ id: 'map.rings.q', defaultMessage: 'q' })
          : intl.formatMessage({ id: 'map.scan.p', defaultMessage: 'p' }),
      ]}
      rows={[
        ...kind.rings.map((ring) => ({
          id: String(ring.from),
          name: intl.formatMessage(
            { id: 'map.rings.band', defaultMessage: '{from, number} – {to, number} m' },
            { from: ring.from, to: ring.to },
          ),
          figures: ofRing(ring),
        })),
        {
          id: 'beyond',
          name: intl.formatMessage({ id: 'map.rings.beyond', defaultMessage: 'beyond' }),
          figures: beyond(kind.rings[0]),
        },
      ]}
    />
  );
}

function useRingFigures() {
  const intl = useIntl();
  const chance = useChanceText();
  const density = (value: number | null) =>
    value === null ? '–' : intl.formatNumber(value, { maximumSignificantDigits: 3 });
  const times = (value: number | null) =>
    value === null ? '–' : intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const ofRing = (ring: Ring): Figure[] => [
    { text: intl.formatNumber(ring.incidents) },
    { text: density(ring.density) },
    {
      text: `${ring.class > 0 ? '▲\u00a0' : ring.class < 0 ? '▼\u00a0' : ''}${times(ring.ratio)}`,
      marked: ring.class !== 0,
      shade: ring.class > 0 ? ((ring.ratio ?? 1) - 1) / (FULL - 1) : null,
    },
    { text: ring.low === null ? '–' : `${times(ring.low)} – ${times(ring.high)}` },
    { text: chance(ring.q ?? ring.p) ?? '–' },
  ];
  const beyond = (ring: Ring): Figure[] => [
    { text: '' },
    { text: density(ring.outsideDensity) },
    { text: times(1) },
    { text: '' },
    { text: '' },
  ];
  return { ofRing, beyond };
}
