import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { CountedArea, EvaluationRun } from '../../../api/evaluations.ts';
import { FigureTable } from '../../../ui/figure-table.tsx';
import styles from '../problems.module.css';
import { AREA_WORDS, AREAS } from '../response/evaluation-words.ts';
import { PeriodDays } from '../response/period-days.tsx';
import { RESULT_WORDS } from './result-words.ts';

/** Incidents before and after in each area. */
export function Counts({ run }: { run: EvaluationRun }) {
  const intl = useIntl();
  const { counts } = run.result;
  if (counts === null)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="result.counts-hidden"
          defaultMessage="The counts are so small that they are shown to those alone who see the incidents."
        />
      </p>
    );
  const rows = AREAS.flatMap((area: CountedArea) => {
    const pair = counts[area];
    return pair ? [{ area, pair }] : [];
  });
  return (
    <FigureTable
      label={intl.formatMessage({ id: 'result.counts', defaultMessage: 'Incidents before and after' })}
      columns={[
        intl.formatMessage({ id: 'result.area', defaultMessage: 'Area' }),
        intl.formatMessage({ id: 'result.before', defaultMessage: 'Before' }),
        intl.formatMessage({ id: 'result.after', defaultMessage: 'After' }),
        intl.formatMessage({ id: 'result.change', defaultMessage: 'Change' }),
      ]}
      rows={rows.map(({ area, pair: [before, after] }) => ({
        id: area,
        name: intl.formatMessage(AREA_WORDS[area]),
        figures: [before, after, after - before].map((count, i) => ({
          text: intl.formatNumber(count, { signDisplay: i === 2 ? 'exceptZero' : 'auto' }),
        })),
      }))}
    />
  );
}

/** The test and its companions, each with its interval. */
export function Figures({ run }: { run: EvaluationRun }) {
  const intl = useIntl();
  const { total, local, displacement, ratio, quotient, level } = run.result;
  const rows = [
    displacement ? { id: 'total' as const, ...differenceText(intl, total) } : null,
    { id: 'local' as const, ...differenceText(intl, local) },
    displacement ? { id: 'displacement' as const, ...differenceText(intl, displacement) } : null,
    ratio
      ? {
          id: 'ratio' as const,
          value: two(intl, ratio.ratio),
          interval: range(two(intl, ratio.lower), two(intl, ratio.upper)),
        }
      : null,
    quotient === null
      ? null
      : {
          id: 'quotient' as const,
          value: intl.formatNumber(quotient, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
            signDisplay: 'exceptZero',
          }),
          interval: '–',
        },
  ].filter((row) => row !== null);
  const percent = intl.formatNumber(level, { style: 'percent' });
  return (
    <FigureTable
      label={intl.formatMessage({ id: 'result.figures', defaultMessage: 'The test and its companions' })}
      columns={[
        intl.formatMessage({ id: 'result.figure', defaultMessage: 'Figure' }),
        intl.formatMessage({ id: 'result.value', defaultMessage: 'Value' }),
        intl.formatMessage({ id: 'result.interval', defaultMessage: '{percent} interval' }, { percent }),
      ]}
      rows={rows.map(({ id, value, interval }) => ({
        id,
        name: intl.formatMessage(RESULT_WORDS[id]),
        figures: [{ text: value }, { text: interval }],
      }))}
    />
  );
}

function differenceText(intl: IntlShape, found: EvaluationRun['result']['local']) {
  const whole = (value: number) =>
    intl.formatNumber(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return { value: whole(found.estimate), interval: range(whole(found.lower), whole(found.upper)) };
}

const two = (intl: IntlShape, value: number) =>
  intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const range = (low: string, high: string) => `${low} … ${high}`;

/** From what the numbers were made, so that they can be made again. */
export function Provenance({ run }: { run: EvaluationRun }) {
  const intl = useIntl();
  return (
    <p className={styles.facts}>
      <span>
        <FormattedMessage
          id="result.periods"
          defaultMessage="{before} against {after}"
          values={{
            before: <PeriodDays period={run.plan.before} />,
            after: <PeriodDays period={run.plan.after} />,
          }}
        />
      </span>
      <span>
        <FormattedMessage
          id="result.provenance"
          defaultMessage="n = {n, number}; data sets and versions {data}; test version {version}; computed {day}; check sum {digest}"
          values={{
            n: run.result.n,
            data: Object.entries(run.dataVersion)
              .map(([id, version]) => `${id}·${version}`)
              .join(', '),
            version: String(run.testVersion),
            day: intl.formatDate(run.createdAt, { dateStyle: 'medium' }),
            digest: run.digest.slice(0, 12),
          }}
        />
      </span>
    </p>
  );
}
