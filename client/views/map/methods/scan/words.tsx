import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { placeText, useChanceText, useDayText, useExpectedText, useMetresText } from '../figures.ts';

type Summary = SummaryOf<'scan'>;

interface ScanWordsProps {
  readonly cluster: Summary['clusters'][number];
  readonly model: Summary['model'];
  readonly on: Summary['on'];
  readonly permutations: number;
}

/** One circle as a sentence: how many, where, when, and how often chance does as much. */
export function ScanWords({ cluster, model, on, permutations }: ScanWordsProps) {
  const intl = useIntl();
  const chance = useChanceText();
  const metres = useMetresText();
  const day = useDayText();
  const expectedText = useExpectedText();
  const { incidents, expected, radius, from, to, p, rank, places, controls } = cluster;
  return (
    <FormattedMessage
      id="map.scan.words"
      defaultMessage="Circle {rank, number}, {place}: {incidents, number} incidents{timed, select, true { from {from} to {to}} other {}}, where {expected} would be expected{model, select, bernoulli { of {all, number} incidents of both kinds} other {}} ({ratio} times as many){single, select, true {, in a single {on, select, areas {area} other {cell}}} other {, within {radius} of its centre}}. {significant, select, true {Chance seldom makes such a circle} other {Chance makes such circles, too}}: p {p}, from {permutations, number} maps of chance."
      values={{
        rank,
        place: placeText(cluster.placeName, cluster.centre),
        incidents,
        timed: String(from !== null && to !== null),
        from: from ? day(from) : '',
        to: to ? day(to, true) : '',
        expected: expectedText(expected),
        ratio: intl.formatNumber(incidents / expected, { maximumSignificantDigits: 2 }),
        single: String(places === 1),
        radius: metres(radius),
        model,
        on,
        all: incidents + (controls ?? 0),
        significant: String(cluster.significant),
        p: chance(p) ?? '–',
        permutations,
      }}
    />
  );
}
