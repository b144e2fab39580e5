import { FormattedMessage, useIntl } from 'react-intl';
import { Facts } from '../../inspector/facts.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, useMetresText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';
import { ScanWords } from './words.tsx';

/** Why is there a circle? */
export function ScanCard({ run: { summary }, id }: CardProps<'scan'>) {
  const intl = useIntl();
  const chance = useChanceText();
  const metres = useMetresText();
  const cluster = summary?.clusters.find(({ rank }) => String(rank) === id);
  if (!summary || !cluster) return <Gone />;
  const { incidents, expected, relativeRisk, logLikelihoodRatio, p, population, controls, places, radius } =
    cluster;
  const number = (value: number | null, digits: number) =>
    value === null ? null : intl.formatNumber(value, { maximumFractionDigits: digits });
  return (
    <>
      <Verdict tone={cluster.significant ? 'hot' : undefined}>
        <ScanWords
          cluster={cluster}
          model={summary.model}
          on={summary.on}
          permutations={summary.permutations}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.scan.observed', defaultMessage: 'Incidents inside' }),
            number(incidents, 0),
          ],
          [intl.formatMessage({ id: 'map.scan.expected', defaultMessage: 'Expected' }), number(expected, 2)],
          [
            intl.formatMessage({ id: 'map.scan.risk', defaultMessage: 'Risk inside against outside' }),
            number(relativeRisk, 2),
          ],
          [
            intl.formatMessage({ id: 'map.scan.residents', defaultMessage: 'Residents' }),
            number(population, 0),
          ],
          [
            intl.formatMessage({ id: 'map.scan.controls', defaultMessage: 'Other incidents inside' }),
            number(controls, 0),
          ],
          [
            intl.formatMessage({ id: 'map.scan.radius', defaultMessage: 'Radius' }),
            places === 1 ? null : metres(radius),
          ],
          [
            intl.formatMessage(
              {
                id: 'map.scan.places',
                defaultMessage: '{on, select, areas {Areas} other {Cells}} inside',
              },
              { on: summary.on },
            ),
            number(places, 0),
          ],
          [
            intl.formatMessage({ id: 'map.scan.ratio', defaultMessage: 'Log likelihood ratio' }),
            number(logLikelihoodRatio, 2),
          ],
          ['p', chance(p)],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.scan.rule"
          defaultMessage="Rule: {model, select, poisson {expected is what as many residents have in all areas together} bernoulli {expected is as large a share of both kinds of incidents as everywhere together} other {expected is the share of the circle in all incidents times the incidents of these days}}. p is how often the least likely circle of a map of chance is at least as unlikely; the line is solid where p is at most {level}. The edge is where the statistic is largest, not a border on the ground."
          values={{
            model: summary.model,
            level: intl.formatNumber(summary.level, { maximumFractionDigits: 4 }),
          }}
        />
      </p>
      <OpenCase geometry={cluster.geometry} />
    </>
  );
}
