import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { leadersAt, mapPart } from '../../../../map/results/hit-rate.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { useMapName } from './map-names.ts';

type Summary = SummaryOf<'hit-rate'>;

/** A table for each share of the area: indexes of different shares do not compare. */
export function ScoreTables({ summary }: { summary: Summary }) {
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage id="map.hit.title" defaultMessage="Hits of each map" />
      </h3>
      {summary.shares.map((share, k) => (
        <ScoreTable key={share} summary={summary} share={share} place={k} />
      ))}
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.hit.read"
          defaultMessage="Framed: the most hits at this share of the area. PAI: how many times better than a map of nothing. PEI: the hits against those of the best possible map. The last cell counts in part, so hits may have decimals. Tables of different shares do not compare."
        />
      </p>
    </section>
  );
}

interface ScoreTableProps {
  readonly summary: Summary;
  readonly share: number;
  readonly place: number;
}

function ScoreTable({ summary: { maps }, share, place }: ScoreTableProps) {
  const intl = useIntl();
  const name = useMapName();
  const percent = usePercentText();
  const { selected, onSelect } = useSelectedPart();
  const leaders = leadersAt(maps, place);
  const two = (value: number | null) =>
    value === null ? '–' : intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const title = intl.formatMessage(
    {
      id: 'map.hit.tableOf',
      defaultMessage: '{share} of the area, {cells, plural, one {# cell} other {# cells}}',
    },
    { share: percent(share), cells: Math.ceil(maps[0].at[place].cells) },
  );
  return (
    <FigureTable
      label={title}
      columns={[
        title,
        intl.formatMessage({ id: 'map.hit.hits', defaultMessage: 'Hits' }),
        intl.formatMessage({ id: 'map.hit.rate', defaultMessage: 'Hit rate' }),
        intl.formatMessage({ id: 'map.hit.pai', defaultMessage: 'PAI' }),
        intl.formatMessage({ id: 'map.hit.pei', defaultMessage: 'PEI' }),
      ]}
      rows={maps.map((score) => {
        const { map, at } = score;
        const { hits, hitRate, pai, pei } = at[place];
        const best = maps.length > 1 && leaders.includes(score);
        return {
          id: map,
          name: name(map),
          onPress: () => onSelect(mapPart(map)),
          isSelected: mapPart(map) === selected,
          figures: [
            { text: intl.formatNumber(hits, { maximumFractionDigits: 1 }), marked: best },
            { text: percent(hitRate) },
            { text: two(pai) },
            { text: two(pei) },
          ],
        };
      })}
    />
  );
}
