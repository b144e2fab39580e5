import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf, SummaryOf } from '../../../../api/runs.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, usePercentText } from '../figures.ts';

type Summary = SummaryOf<'asset-rings'>;

export function RingsAnswer({ run: { summary } }: { run: RunOf<'asset-rings'> }) {
  if (!summary) return null;
  return (
    <>
      {summary.tooFew ? null : <Words summary={summary} />}
      <RingTable summary={summary} />
      <Assets summary={summary} />
    </>
  );
}

/** The innermost rings say it: that is what people mean by "around". */
function Words({ summary: { rings } }: { summary: Summary }) {
  const inner = rings.filter(({ from, class: side, ratio }) => from === 0 && side === 1 && ratio !== null);
  const best = inner.reduce((a, b) => ((b.ratio ?? 0) > (a.ratio ?? 0) ? b : a), inner[0]);
  if (!best)
    return (
      <p>
        <FormattedMessage
          id="map.rings.wordsNone"
          defaultMessage="Round no kind of asset are there more incidents per km² than beyond the rings, more than chance explains."
        />
      </p>
    );
  return (
    <p>
      <FormattedMessage
        id="map.rings.words"
        defaultMessage="Within {to, number} m of “{kind}” there are {ratio, number, ::.0} times as many incidents per km² as beyond the rings ({incidents, number} incidents round {assets, number} assets; {low, number, ::.0} to {high, number, ::.0} times). {others, plural, =0 {} one {One more kind stands out.} other {# more kinds stand out.}}"
        values={{
          to: best.to,
          kind: best.kind,
          ratio: best.ratio ?? 0,
          incidents: best.incidents,
          assets: best.assets,
          low: best.low ?? 0,
          high: best.high ?? 0,
          others: inner.length - 1,
        }}
      />
    </p>
  );
}

function RingTable({ summary: { rings } }: { summary: Summary }) {
  const intl = useIntl();
  const chance = useChanceText();
  const title = intl.formatMessage({ id: 'map.rings.title', defaultMessage: 'Rings, by kind of asset' });
  const factor = (value: number | null) =>
    value === null ? '–' : intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (rings.length === 0) return null;
  return (
    <section className={panelStyles.section}>
      <h3>{title}</h3>
      <FigureTable
        label={title}
        columns={[
          intl.formatMessage({ id: 'map.rings.kind', defaultMessage: 'Kind, ring' }),
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
          intl.formatMessage({ id: 'map.rings.perKm2', defaultMessage: 'per km²' }),
          intl.formatMessage({ id: 'map.rings.ratio', defaultMessage: 'Times outside' }),
          intl.formatMessage({ id: 'map.rings.interval', defaultMessage: '95% interval' }),
          intl.formatMessage({ id: 'map.rings.q', defaultMessage: 'p, corrected' }),
        ]}
        rows={rings.map((ring) => ({
          id: `${ring.kind} ${ring.from}`,
          name: intl.formatMessage(
            {
              id: 'map.rings.name',
              defaultMessage: '{kind} ({assets, number}), {from, number}–{to, number} m',
            },
            ring,
          ),
          figures: [
            { text: intl.formatNumber(ring.incidents) },
            {
              text:
                ring.density === null
                  ? '–'
                  : intl.formatNumber(ring.density, { maximumSignificantDigits: 3 }),
            },
            {
              text: `${ring.class === 1 ? '▲ ' : ring.class === -1 ? '▼ ' : ''}${factor(ring.ratio)}`,
              marked: ring.class !== 0,
            },
            { text: `${factor(ring.low)} – ${factor(ring.high)}` },
            { text: chance(ring.q ?? ring.p) ?? '–' },
          ],
        }))}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.rings.read"
          defaultMessage="An incident near two assets counts for each kind once, at the nearer one. Framed: more (▲) or fewer (▼) than chance explains."
        />
      </p>
    </section>
  );
}

/** The J-curve: a few assets of a kind have most of the incidents near it. */
function Assets({ summary: { assets } }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  const { select, selected } = useMapContext();
  const title = intl.formatMessage({
    id: 'map.rings.assets',
    defaultMessage: 'Assets by incidents in the first ring',
  });
  if (assets.length === 0) return null;
  return (
    <section className={panelStyles.section}>
      <h3>{title}</h3>
      <FigureTable
        label={title}
        columns={[
          intl.formatMessage({ id: 'map.rings.asset', defaultMessage: 'Asset' }),
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
          intl.formatMessage({ id: 'map.found.share', defaultMessage: 'Share' }),
          intl.formatMessage({ id: 'map.conc.cumulative', defaultMessage: 'Up to here' }),
        ]}
        rows={assets.map(({ id, name, kind, incidents, share, cumulativeShare }) => ({
          id: String(id),
          name: `${name} (${kind})`,
          onPress: () => select({ kind: 'cell', id: String(id) }),
          isSelected: selected?.kind === 'cell' && selected.id === String(id),
          figures: [
            { text: intl.formatNumber(incidents) },
            { text: percent(share) },
            { text: percent(cumulativeShare) },
          ],
        }))}
      />
    </section>
  );
}
