import { FormattedMessage, useIntl } from 'react-intl';
import { useEvaluationRuns } from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { Counts, Figures, Provenance } from '../assessment/result-figures.tsx';
import { verdictText } from '../assessment/verdict-text.ts';
import styles from './case-file.module.css';

/** The agreed test, and how many looks there were besides. */
export function AssessmentPages({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const runs = useEvaluationRuns(problem.id).data ?? [];
  const primary = runs.filter(({ kind }) => kind === 'primary').at(-1);
  const others = runs.filter(({ kind }) => kind === 'exploratory').length;
  return (
    <section className={styles.part}>
      <h3>
        <FormattedMessage id="result.title" defaultMessage="The agreed test" />
      </h3>
      {primary ? (
        <>
          <p className={styles.sentence}>{verdictText(intl, primary)}</p>
          <Counts run={primary} />
          <Figures run={primary} />
          <Provenance run={primary} />
        </>
      ) : (
        <p className={styles.meta}>
          <FormattedMessage id="case-file.no-result" defaultMessage="It has not been computed." />
        </p>
      )}
      <p className={styles.meta}>
        <FormattedMessage
          id="case-file.looks"
          defaultMessage="{others, plural, =0 {No exploratory looks were taken besides.} one {# exploratory look was taken besides; it is not in this file.} other {# exploratory looks were taken besides; they are not in this file.}}"
          values={{ others }}
        />
      </p>
    </section>
  );
}
