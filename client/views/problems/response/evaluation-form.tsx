import { FormattedMessage, useIntl } from 'react-intl';
import { type EvaluationPlan, usePlanFacts } from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { dayOf, startOfDay } from '../../../day.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import styles from '../problems.module.css';
import { ComparisonFinder } from './comparison-finder.tsx';
import { DESIGN_WORDS, WATCHED_WORDS } from './evaluation-words.ts';
import { AreaField, ZoneFields } from './plan-areas.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { RecordingInside } from './recording-inside.tsx';

interface FormProps {
  readonly problem: Problem;
  readonly plan: EvaluationPlan;
  readonly set: (change: Partial<EvaluationPlan>) => void;
}

/** The plan as it is written; what it could show and what stands against it follow every change. */
export function EvaluationForm({ problem, plan, set }: FormProps) {
  const intl = useIntl();
  const choices = useChoices();
  const { data: facts, error } = usePlanFacts(problem.id, plan);
  const isMeasured = plan.design !== 'none';
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'evaluation.design', defaultMessage: 'How the result is judged' })}
        choices={choices(DESIGN_WORDS)}
        value={plan.design}
        onChange={(design) => set({ design })}
      />
      {isMeasured ? (
        <Measured problem={problem} plan={plan} set={set} />
      ) : (
        <TextArea
          label={intl.formatMessage({
            id: 'evaluation.none-reason',
            defaultMessage: 'Why nothing is measured',
          })}
          value={plan.noneReason}
          onChange={(noneReason) => set({ noneReason })}
          rows={3}
          maxLength={2000}
        />
      )}
      <ErrorNotice error={error} />
      {facts && isMeasured ? (
        <RecordingInside plan={plan} changes={facts.recordingChanges} set={set} />
      ) : null}
      {facts ? <PlanFacts facts={facts} plan={plan} /> : null}
    </>
  );
}

function Measured({ problem, plan, set }: FormProps) {
  const intl = useIntl();
  const choices = useChoices();
  const hasControl = plan.design === 'wdd' || plan.design === 'before_after_with_control';
  return (
    <>
      <TextField
        label={intl.formatMessage({
          id: 'evaluation.outcome-name',
          defaultMessage: 'What is counted, in one word of a sentence',
        })}
        placeholder={intl.formatMessage({ id: 'evaluation.outcome-example', defaultMessage: 'thefts' })}
        hint={intl.formatMessage({
          id: 'evaluation.outcome-hint',
          defaultMessage: 'Counted are the kinds of incidents of the rule of this case.',
        })}
        value={plan.outcomeName}
        onChange={(outcomeName) => set({ outcomeName })}
        maxLength={60}
      />
      <PeriodFields plan={plan} set={set} />
      <AreaField problem={problem} plan={plan} set={set} area="treated" />
      {hasControl ? (
        <fieldset className={styles.fieldset}>
          <legend>
            <FormattedMessage
              id="evaluation.comparison"
              defaultMessage="What would have happened without the response"
            />
          </legend>
          <ComparisonFinder problem={problem} plan={plan} onChoose={set} />
          <AreaField problem={problem} plan={plan} set={set} area="control" />
        </fieldset>
      ) : null}
      {plan.design === 'wdd' ? (
        <fieldset className={styles.fieldset}>
          <legend>
            <FormattedMessage id="evaluation.zones" defaultMessage="Where it could move to" />
          </legend>
          <ZoneFields problem={problem} plan={plan} set={set} />
          <AreaField problem={problem} plan={plan} set={set} area="buffer" />
          <AreaField problem={problem} plan={plan} set={set} area="controlBuffer" />
        </fieldset>
      ) : null}
      <CheckGroup
        label={intl.formatMessage({ id: 'evaluation.watched', defaultMessage: 'Watched for moving to' })}
        choices={choices(WATCHED_WORDS)}
        value={plan.watchedFor}
        onChange={(watchedFor) => set({ watchedFor })}
      />
      <TextArea
        label={intl.formatMessage({ id: 'evaluation.rule', defaultMessage: 'What will count as success' })}
        value={plan.successRule}
        onChange={(successRule) => set({ successRule })}
        rows={2}
        maxLength={2000}
      />
      <Select
        label={intl.formatMessage({ id: 'evaluation.level', defaultMessage: 'Level of the interval' })}
        choices={[0.05, 0.1].map((id) => ({
          id,
          label: intl.formatNumber(1 - id, { style: 'percent' }),
        }))}
        value={plan.alpha}
        onChange={(alpha) => set({ alpha })}
      />
      <Checkbox isSelected={plan.exactTest} onChange={(exactTest) => set({ exactTest })}>
        <FormattedMessage
          id="evaluation.exact"
          defaultMessage="Let the exact test decide where a count is below five"
        />
      </Checkbox>
    </>
  );
}

/** First and last day, both in the period. */
function PeriodFields({ plan, set }: Omit<FormProps, 'problem'>) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const labels = {
    before: [
      intl.formatMessage({ id: 'evaluation.before-first', defaultMessage: 'Before: first day' }),
      intl.formatMessage({ id: 'evaluation.before-last', defaultMessage: 'Before: last day' }),
    ],
    after: [
      intl.formatMessage({ id: 'evaluation.after-first', defaultMessage: 'After: first day' }),
      intl.formatMessage({ id: 'evaluation.after-last', defaultMessage: 'After: last day' }),
    ],
  };
  const change = (name: 'before' | 'after', end: 'from' | 'to', day: string) => {
    const at = startOfDay(day, zone, end === 'to' ? 1 : 0);
    const known = plan[name];
    // One day typed is a period of that day until the other is.
    const other = at && (startOfDay(day, zone, end === 'to' ? 0 : 1) ?? at);
    if (at) set({ [name]: { from: known?.from ?? other, to: known?.to ?? other, [end]: at } });
  };
  return (['before', 'after'] as const).map((name) => (
    <div key={name} className={styles.dates}>
      <TextField
        type="date"
        label={labels[name][0]}
        value={plan[name] ? dayOf(plan[name].from, zone, 0) : ''}
        onChange={(day) => change(name, 'from', day)}
      />
      <TextField
        type="date"
        label={labels[name][1]}
        value={plan[name] ? dayOf(plan[name].to, zone, -1) : ''}
        onChange={(day) => change(name, 'to', day)}
      />
    </div>
  ));
}
