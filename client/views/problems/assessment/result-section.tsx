import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import {
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
import styles from '../problems.module.css';
import { CourseChart } from './course-chart.tsx';
import { harmTexts, harmTitle } from './harm-text.ts';
import { Counts, Figures, Provenance } from './result-figures.tsx';
import { REASON_WORDS } from './result-words.ts';
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
      {run.result.course ? <CourseChart course={run.result.course} /> : null}
      {run.result.harm ? <Harm harm={run.result.harm} /> : null}
      <Provenance run={run} />
    </>
  );
}

function Harm({ harm }: { harm: NonNullable<EvaluationRun['result']['harm']> }) {
  const intl = useIntl();
  return (
    <>
      <h3>{harmTitle(intl)}</h3>
      {harmTexts(intl, harm).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
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
