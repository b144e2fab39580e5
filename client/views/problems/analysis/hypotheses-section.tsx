import { FormattedMessage, useIntl } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import { Badge, type BadgeProps } from '../../../ui/badge.tsx';
import { LinesField } from '../../../ui/lines-field.tsx';
import { useBodyFields } from '../body-fields.tsx';
import work from '../case-work.module.css';
import { ItemSection } from '../item-section.tsx';
import styles from '../problems.module.css';
import { HYPOTHESIS_WORDS, type Hypothesis, STATUS_WORDS } from './hypothesis-words.ts';
import { RunLinks, RunsField } from './runs-of-case.tsx';

const TONES: Record<Hypothesis['status'], BadgeProps['tone']> = {
  untested: 'plain',
  supported: 'teal',
  not_supported: 'plain',
  mixed: 'amber',
};

const EMPTY: Hypothesis = { statement: '', predicts: [], testRunIds: [], status: 'untested', note: '' };

/** Why it happens, said so that it could be shown wrong. */
export function HypothesesSection({ problem }: { problem: Problem }) {
  return (
    <ItemSection
      problem={problem}
      kind="hypothesis"
      empty={EMPTY}
      title={<FormattedMessage id="hypotheses.title" defaultMessage="Hypotheses" />}
      hint={
        <FormattedMessage
          id="hypotheses.hint"
          defaultMessage="Two or more, each with what it predicts. A hypothesis that nothing could show wrong explains nothing; neither does “not enough patrols”."
        />
      }
      add={<FormattedMessage id="hypotheses.add" defaultMessage="Add a hypothesis" />}
      read={(hypothesis) => <HypothesisText problem={problem} hypothesis={hypothesis} />}
      form={(hypothesis, set) => <HypothesisFields problem={problem} hypothesis={hypothesis} set={set} />}
      isEnough={(hypothesis) => hypothesis.statement.trim() !== ''}
    />
  );
}

function HypothesisText({ problem, hypothesis }: { problem: Problem; hypothesis: Hypothesis }) {
  const intl = useIntl();
  return (
    <>
      <p>
        <Badge tone={TONES[hypothesis.status]}>{intl.formatMessage(STATUS_WORDS[hypothesis.status])}</Badge>
      </p>
      <p className={styles.statement}>
        <FormattedMessage
          id="hypothesis.because"
          defaultMessage="It happens <b>because</b> {statement}"
          values={{ statement: hypothesis.statement, b: (parts) => <strong>{parts}</strong> }}
        />
      </p>
      {hypothesis.predicts.length > 0 ? (
        <div className={styles.quiet}>
          <p>{intl.formatMessage(HYPOTHESIS_WORDS.fields.predicts)}</p>
          <ul className={work.points}>
            {hypothesis.predicts.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {hypothesis.note ? <p className={styles.statement}>{hypothesis.note}</p> : null}
      <RunLinks problem={problem} runIds={hypothesis.testRunIds} />
    </>
  );
}

interface HypothesisFieldsProps {
  problem: Problem;
  hypothesis: Hypothesis;
  set: (change: Partial<Hypothesis>) => void;
}

function HypothesisFields({ problem, hypothesis, set }: HypothesisFieldsProps) {
  const intl = useIntl();
  const { choiceOf, textOf, label } = useBodyFields(HYPOTHESIS_WORDS.fields, hypothesis, set);
  return (
    <>
      {textOf('statement')}
      <LinesField
        label={label('predicts')}
        hint={intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' })}
        value={hypothesis.predicts}
        onChange={(predicts) => set({ predicts })}
      />
      <RunsField
        problem={problem}
        label={label('testRunIds')}
        value={hypothesis.testRunIds}
        onChange={(testRunIds) => set({ testRunIds })}
      />
      {choiceOf('status', STATUS_WORDS)}
      {textOf('note')}
    </>
  );
}
