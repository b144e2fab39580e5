import type { MultiPolygon, Polygon } from 'geojson';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import type { CountedPlace, CountsResult } from '../../../../map/results/counts.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';
import { useRateText, useRateWithInterval } from './rate-text.ts';

type Summary = SummaryOf<'counts'>;

/** Why has this place its colour? */
export function CountsCard({ run: { summary }, id }: CardProps<'counts'>) {
  const { scene } = useMapContext();
  const data = dataOf(scene.result, 'counts');
  const place = data?.cells.find(({ cell }) => String(cell) === id);
  if (!summary || !data || !place) return <Gone />;
  const shape = scene.selection;
  return (
    <>
      <Verdict tone={place.count > 0 ? 'hot' : undefined}>
        {summary.on === 'cells' ? (
          <CellWords summary={summary} data={data} place={place} />
        ) : (
          <AreaWords summary={summary} place={place} />
        )}
      </Verdict>
      <HarmWords summary={summary} place={place} />
      <PlaceFacts summary={summary} place={place} />
      <Rule summary={summary} />
      {shape && isPolygon(shape) ? <OpenCase geometry={shape} /> : null}
    </>
  );
}

const isPolygon = (shape: { type: string }): shape is Polygon | MultiPolygon =>
  shape.type === 'Polygon' || shape.type === 'MultiPolygon';

interface PartProps {
  readonly summary: Summary;
  readonly place: CountedPlace;
}

function CellWords({ summary, data, place }: PartProps & { data: CountsResult }) {
  const percent = usePercentText();
  const { count } = place;
  const before = data.cells.reduce((sum, other) => sum + Number(other.count > count), 0);
  if (count === 0)
    return (
      <FormattedMessage id="map.counts.cellEmpty" defaultMessage="Not coloured: no incident in this cell." />
    );
  return (
    <FormattedMessage
      id="map.counts.cellWords"
      defaultMessage="{count, plural, one {# incident} other {# incidents}} in this cell: {share} of all, in {area} of the ground. {before, plural, =0 {No cell has more.} one {# cell has more.} other {# cells have more.}}"
      values={{
        count,
        before,
        share: percent(count / summary.n),
        area: percent(place.km2 / summary.regionKm2),
      }}
    />
  );
}

function AreaWords({ summary, place }: PartProps) {
  const { scene } = useMapContext();
  const rate = useRateWithInterval();
  const text = useRateText();
  const percent = usePercentText();
  const listed = summary.places.find((one) => one.place === place.cell)?.placeName;
  const name = listed ?? scene.areas.find(({ id }) => id === place.cell)?.name ?? '';
  const given = rate(place);
  if (given !== null && summary.regionRate !== null)
    return (
      <FormattedMessage
        id="map.counts.areaRate"
        defaultMessage="{name}: {rate} incidents a year per 1,000 residents. {against, select, more {That is more than} fewer {That is fewer than} other {That could well be the same as}} in all areas together, {region}."
        values={{
          name,
          rate: given,
          against: place.against > 0 ? 'more' : place.against < 0 ? 'fewer' : 'same',
          region: text(summary.regionRate),
        }}
      />
    );
  return (
    <FormattedMessage
      id="map.counts.areaCount"
      defaultMessage="{name}: {count, plural, =0 {no incident} one {# incident} other {# incidents}}, {share} of all. {why, select, small_population {No rate: only {people, plural, =0 {nobody lives} one {# person lives} other {# people live}} here, and a rate needs {least, number}.} cut_off {No rate: the area reaches beyond the chosen region, where nothing was counted.} no_period {No rate: no incident has a time.} other {No rate: its population is not known.}}"
      values={{
        name,
        count: place.count,
        share: percent(summary.n > 0 ? place.count / summary.n : 0),
        why: place.rateStatus,
        people: place.population ?? 0,
        least: summary.leastPopulation,
      }}
    />
  );
}

/** How much of the harm is here, and whether it is the harm of one incident. */
function HarmWords({ summary, place }: PartProps) {
  const intl = useIntl();
  const percent = usePercentText();
  const { harm } = summary;
  if (summary.weight !== 'harm' || harm === null || place.harm === null) return null;
  return (
    <p>
      <FormattedMessage
        id="map.counts.harmWords"
        defaultMessage="Harm {amount}: {share} of all.{some, select, true { A single incident has {largest} of what is here.} other {}} {each, select, none {} other {On average {each} for each incident here, {average} everywhere.}}"
        values={{
          amount: intl.formatNumber(place.harm, { maximumSignificantDigits: 4 }),
          share: percent(place.harm / harm.total),
          some: String(place.largestShare !== null),
          largest: percent(place.largestShare ?? 0),
          each:
            place.count === 0
              ? 'none'
              : intl.formatNumber(place.harm / place.count, { maximumSignificantDigits: 3 }),
          average: intl.formatNumber(harm.total / summary.n, { maximumSignificantDigits: 3 }),
        }}
      />
    </p>
  );
}

function PlaceFacts({ summary, place }: PartProps) {
  const intl = useIntl();
  const rate = useRateWithInterval();
  const { count, km2, population } = place;
  const number = (value: number | null, digits = 3) =>
    value === null ? null : intl.formatNumber(value, { maximumSignificantDigits: digits });
  return (
    <Facts
      facts={[
        [
          intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
          intl.formatNumber(count),
        ],
        [
          intl.formatMessage({ id: 'map.legend.perSquareKilometre', defaultMessage: 'Incidents per km²' }),
          number(place.count / place.km2),
        ],
        [
          intl.formatMessage({
            id: 'map.counts.average',
            defaultMessage: 'On average in the region, per km²',
          }),
          summary.regionKm2 > 0 ? number(summary.n / summary.regionKm2) : null,
        ],
        [intl.formatMessage({ id: 'map.counts.size', defaultMessage: 'Size, km²' }), number(km2)],
        [
          intl.formatMessage({ id: 'map.areaCard.population', defaultMessage: 'Residents' }),
          population === null ? null : intl.formatNumber(population),
        ],
        [
          intl.formatMessage(
            {
              id: 'map.counts.rateFact',
              defaultMessage: 'A year per 1,000 residents ({level} interval)',
            },
            { level: intl.formatNumber(summary.confidence, { style: 'percent' }) },
          ),
          rate(place),
        ],
      ]}
    />
  );
}

function Rule({ summary: { on, show, weight } }: { summary: Summary }) {
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage
        id="map.counts.rule"
        defaultMessage="Rule: the stronger the colour, the more {weight, select, harm {harm} other {incidents}} {on, select, cells {in the cell} other {{show, select, rate {a year for each 1,000 residents} density {per km²} other {in the area}}}}. {show, select, rate {Residents are not everybody who is here: a centre with few of them and many visitors has a high rate.} other {Whether it is more than chance is another question.}}"
        values={{ on, show, weight }}
      />
    </p>
  );
}
