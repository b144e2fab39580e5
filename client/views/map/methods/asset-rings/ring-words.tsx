import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import panelStyles from '../../panels/panels.module.css';
import { type SaidRing, standingOut } from './findings.ts';

type Summary = SummaryOf<'asset-rings'>;

const SAID = 3;

/** The kinds that stand out, the strongest first; the others are in the table. */
export function RingWords({ summary: { rings, level } }: { summary: Summary }) {
  const more = standingOut(rings, 1);
  const fewer = standingOut(rings, -1);
  const widest = Math.max(...rings.map(({ to }) => to));
  if (more.length + fewer.length === 0)
    return (
      <p>
        <FormattedMessage
          id="map.rings.wordsNone"
          defaultMessage="Around no kind of asset do incidents lie closer together, or farther apart, than chance explains."
        />
      </p>
    );
  const said = more.length > 0 ? more : fewer;
  return (
    <div className={panelStyles.stack}>
      {said.slice(0, SAID).map((ring) => (
        <p key={ring.kind}>
          <RingSentence ring={ring} widest={widest} level={level} />
        </p>
      ))}
      {said.length > SAID ? (
        <p>
          <FormattedMessage
            id="map.rings.others"
            defaultMessage="{others, plural, one {One more kind stands out} other {# more kinds stand out}} in the same way."
            values={{ others: said.length - SAID }}
          />
        </p>
      ) : null}
    </div>
  );
}

function RingSentence({ ring, widest, level }: { ring: SaidRing; widest: number; level: number }) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const times = (value: number) => intl.formatNumber(value, { maximumSignificantDigits: 2 });
  return (
    <FormattedMessage
      id="map.rings.words"
      defaultMessage="{from, plural, =0 {Within {to, number} m} other {From # to {to, number} m}} of “{kind}” there are {ratio} times as many incidents per km² as beyond {widest, number} m ({level} interval {low} to {high}; {incidents, plural, one {# incident} other {# incidents}} around {assets, plural, one {# asset} other {# assets}})."
      values={{
        from: ring.from,
        to: ring.to,
        kind: kindText(ring.kind),
        ratio: times(ring.ratio),
        widest,
        level: intl.formatNumber(1 - level, { style: 'percent', maximumFractionDigits: 2 }),
        low: times(ring.low),
        high: times(ring.high),
        incidents: ring.incidents,
        assets: ring.assets,
      }}
    />
  );
}
