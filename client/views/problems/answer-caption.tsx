import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useDatasets } from '../../api/datasets.ts';
import type { Run } from '../../api/runs.ts';
import { useFilterSentences } from '../../filter-words.tsx';
import { METHOD_NAMES } from '../../method-names.ts';
import { parametersText } from '../../parameters-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWarningText } from '../../warning-text.ts';
import { isWeighty } from '../../warning-weight.ts';
import { isOutdated } from './kept-answers.ts';
import styles from './problems.module.css';

/** Under the key of an answer: method, n, period and parameters, and what a reader has to be warned of. */
export function AnswerCaption({ run }: { run: Run }) {
  const intl = useIntl();
  const sentences = useFilterSentences();
  const { summary } = run;
  if (!summary) return null;
  const method = intl.formatMessage(
    { id: 'map.facts.methodOf', defaultMessage: '{name}, version {version, number}' },
    { name: intl.formatMessage(METHOD_NAMES[run.method]), version: run.methodVersion },
  );
  const facts = [
    method,
    `n = ${intl.formatNumber(summary.n)}`,
    ...sentences(run.filter),
    parametersText(intl, run.parameters),
  ];
  return (
    <>
      <p className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      <Caveats run={run} summary={summary} />
    </>
  );
}

function Caveats({ run, summary }: { run: Run; summary: NonNullable<Run['summary']> }) {
  const warningText = useWarningText();
  const datasets = useDatasets().data;
  const areas = useAreas().data;
  const outdated = datasets && areas ? isOutdated(run, datasets, areas) : false;
  const weighty = summary.warnings.filter((warning) => isWeighty(warning, summary));
  if (!outdated && weighty.length === 0) return null;
  return (
    <Notice tone="amber">
      {outdated ? (
        <p>
          <FormattedMessage
            id="case-map.answer.outdated"
            defaultMessage="The data have changed since this answer was made: what is drawn and written of it may hold no longer. Run it again under kept answers to see what is different."
          />
        </p>
      ) : null}
      {weighty.map((warning) => (
        <p key={warning.code}>{warningText(warning)}</p>
      ))}
    </Notice>
  );
}
