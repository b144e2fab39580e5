import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { leadersAt, mapPart } from '../../../../map/results/hit-rate.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { useMapName } from './map-names.ts';
import { ScoreRows } from './score-rows.tsx';

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
          defaultMessage="Framed: the most hits at this share of the area. PAI: how many times better than a map of nothing. PEI: the hits against those of the best possible map. RRI: the incidents a map expected there at the pace of before, against those that came; above 1 it expected too many, and Gi* expects no number. The last cell counts in part, so hits may have decimals. Tables of different shares do not compare."
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
  const title = intl.formatMessage(
    {
      id: 'map.hit.tableOf',
      defaultMessage: '{share} of the area, {cells, plural, one {# cell} other {# cells}}',
    },
    { share: percent(share), cells: Math.ceil(maps[0].at[place].cells) },
  );
  return (
    <ScoreRows
      title={title}
      rows={maps.map((score) => ({
        id: score.map,
        name: name(score.map),
        best: maps.length > 1 && leaders.includes(score),
        onPress: () => onSelect(mapPart(score.map)),
        isSelected: mapPart(score.map) === selected,
        ...score.at[place],
      }))}
    />
  );
}
