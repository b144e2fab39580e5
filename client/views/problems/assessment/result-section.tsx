import { FormattedDate, FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import {
  type CountedArea,
  type EvaluationRun,
  useEvaluation,
  useEvaluationRuns,
  useRunEvaluation,
} from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { FigureTable } from '../../../ui/figure-table.tsx';
import styles from '../problems.module.css';
import { AREA_WORDS, AREAS } from '../response/evaluation-words.ts';
import { PeriodDays } from '../response/period-days.tsx';
import { REASON_WORDS, RESULT_WORDS } from './result-words.ts';
import { verdictText } from './verdict-text.ts';

/** The agreed test first; every look besides stands under it and says what it is. */
export function ResultSection({ problem }: { problem: Problem }) {
  const { data: runs } = useEvaluationRuns(problem.id);
  const { data: evaluation } = useEvaluation(problem.id);
  const running = useRunEvaluation(problem.id);
  const primary = runs?.filter(({ kind }) => kind === 'primary').at(-1);
  const others = runs?.filter((run) => run !== primary) ?? [];
  const isLocked = evaluation?.state === 'locked';
  return (
    <section className={styles.section} aria-labelledby="evaluation-result">
      <header className={styles.sectionHead}>
        <h2 id="evaluation-result">
          <FormattedMessage id="result.title" defaultMessage="The agreed test" />
        </h2>
        {evaluation?.plan ? (
          <IfMay action="evaluation.plan">
            <Button size="small" isPending={running.isPending} onPress={() => running.mutate(null)}>
              {isLocked ? (
                <FormattedMessage id="result.run" defaultMessage="Compute it on the data of today" />
              ) : (
                <FormattedMessage id="result.look" defaultMessage="Take an exploratory look" />
              )}
            </Button>
          </IfMay>
        ) : null}
      </header>
      <ErrorNotice error={running.error} />
      {primary ? (
        <Primary run={primary} />
      ) : (
        <p className={styles.quiet}>
          {isLocked ? (
            <FormattedMessage
              id="result.none"
              defaultMessage="It has not been computed yet. It counts as the agreed test once the period after is over."
            />
          ) : (
            <FormattedMessage
              id="result.not-locked"
              defaultMessage="No plan is locked: whatever is computed now is an exploratory look."
            />
          )}
        </p>
      )}
      {others.length > 0 ? <Exploratory runs={others} /> : null}
    </section>
  );
}

function Primary({ run }: { run: EvaluationRun }) {
  const intl = useIntl();
  return (
    <>
      <p className={styles.verdict}>{verdictText(intl, run)}</p>
      <Counts run={run} />
      <Figures run={run} />
      <Provenance run={run} />
    </>
  );
}

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

function Exploratory({ runs }: { runs: readonly EvaluationRun[] }) {
  const intl = useIntl();
  return (
    <>
      <h3>
        <FormattedMessage id="result.others" defaultMessage="Looks besides" />
      </h3>
      <ul className={styles.lines}>
        {runs.toReversed().map((run) => (
          <li key={run.id}>
            <p className={styles.facts}>
              <Badge tone="amber">
                {run.kind === 'primary' ? (
                  <FormattedMessage id="result.earlier" defaultMessage="Earlier data" />
                ) : (
                  <FormattedMessage id="result.exploratory" defaultMessage="Exploratory" />
                )}
              </Badge>
              {run.reasons.map((reason) => (
                <span key={reason}>{intl.formatMessage(REASON_WORDS[reason])}</span>
              ))}
              <FormattedDate value={run.createdAt} dateStyle="medium" timeStyle="short" />
            </p>
            <p>{verdictText(intl, run)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
