import { FormattedMessage, useIntl } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import { useBodyFields } from '../body-fields.tsx';
import { ItemSection } from '../item-section.tsx';
import styles from '../problems.module.css';
import { ACT_WORDS, SCRIPT_STEP_WORDS, type Step } from './script-words.ts';

const EMPTY: Step = { act: 'approach', what: '', where: '', needs: '', opening: '' };

/** How it happens, step by step: every step is a place where it could be stopped. */
export function ScriptSection({ problem }: { problem: Problem }) {
  return (
    <ItemSection
      problem={problem}
      kind="script_step"
      empty={EMPTY}
      title={<FormattedMessage id="script.title" defaultMessage="How it happens, step by step" />}
      hint={
        <FormattedMessage
          id="script.hint"
          defaultMessage="From before the place is reached to after it is left. What is done and needed, never who did it."
        />
      }
      add={<FormattedMessage id="script.add" defaultMessage="Add a step" />}
      read={(step) => <StepText step={step} />}
      form={(step, set) => <StepFields step={step} set={set} />}
      isEnough={(step) => step.what.trim() !== ''}
    />
  );
}

function StepText({ step }: { step: Step }) {
  const intl = useIntl();
  return (
    <>
      <p className={styles.facts}>
        <span>{intl.formatMessage(ACT_WORDS[step.act])}</span>
        {step.where ? <span>{step.where}</span> : null}
      </p>
      <p>
        <strong>{step.what}</strong>
      </p>
      {step.needs ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="script.needs.line"
            defaultMessage="Needs: {text}"
            values={{ text: step.needs }}
          />
        </p>
      ) : null}
      {step.opening ? (
        <p>
          <FormattedMessage
            id="script.opening.line"
            defaultMessage="Could be stopped by: {text}"
            values={{ text: step.opening }}
          />
        </p>
      ) : null}
    </>
  );
}

function StepFields({ step, set }: { step: Step; set: (change: Partial<Step>) => void }) {
  const { choiceOf, lineOf } = useBodyFields(SCRIPT_STEP_WORDS.fields, step, set);
  return (
    <>
      {choiceOf('act', ACT_WORDS)}
      {lineOf('what')}
      {lineOf('where')}
      {lineOf('needs')}
      {lineOf('opening')}
    </>
  );
}
