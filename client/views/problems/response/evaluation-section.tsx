import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../../api/client.ts';
import {
  type Evaluation,
  type EvaluationPlan,
  useEvaluation,
  usePlanFacts,
  useSaveEvaluation,
} from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { useMay } from '../../../api/session.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConflictDialog } from '../conflict-dialog.tsx';
import { isChanged, useDraft, withFields } from '../drafts.tsx';
import styles from '../problems.module.css';
import { emptyPlan } from './empty-plan.ts';
import { EvaluationForm } from './evaluation-form.tsx';
import { LockSteps } from './lock-steps.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanRead } from './plan-read.tsx';
import { PLAN_WORDS } from './plan-words.ts';

/** By which test the response will be judged: written, proposed, confirmed by a second person, then left as it is. */
export function EvaluationSection({ problem }: { problem: Problem }) {
  const { data: evaluation, error } = useEvaluation(problem.id);
  const [draft, setDraft] = useDraft<EvaluationPlan>('evaluation');
  const mayPlan = useMay('evaluation.plan');
  const isOpen = evaluation !== undefined && evaluation.state !== 'locked';
  return (
    <section className={styles.section} aria-labelledby="evaluation-plan">
      <header className={styles.sectionHead}>
        <h2 id="evaluation-plan">
          <FormattedMessage id="evaluation.title" defaultMessage="Evaluation plan" />
        </h2>
        <span className={styles.sectionMarks}>
          {evaluation ? <StateBadge state={evaluation.state} /> : null}
          {draft && isChanged(draft) ? (
            <Badge tone="amber">
              <FormattedMessage id="draft.unsaved" defaultMessage="Not saved yet" />
            </Badge>
          ) : null}
        </span>
        {isOpen && mayPlan && !draft ? (
          <Button
            size="small"
            onPress={() => {
              const plan = evaluation.plan ?? emptyPlan(problem);
              setDraft({ base: plan, body: plan, version: evaluation.version });
            }}
          >
            {evaluation.plan ? (
              <FormattedMessage id="problem.edit" defaultMessage="Edit" />
            ) : (
              <FormattedMessage id="part.begin" defaultMessage="Fill in" />
            )}
          </Button>
        ) : null}
      </header>
      <p className={styles.quiet}>
        <FormattedMessage
          id="evaluation.hint"
          defaultMessage="Agreed before anything starts, and locked by two persons: afterwards nobody can choose the test that looks best."
        />
      </p>
      <ErrorNotice error={error} />
      {draft ? (
        <Writing problem={problem} />
      ) : evaluation?.plan ? (
        <Written problem={problem} evaluation={evaluation} plan={evaluation.plan} />
      ) : evaluation ? (
        <p className={styles.quiet}>
          <FormattedMessage id="part.none" defaultMessage="Nothing is written down here yet." />
        </p>
      ) : null}
    </section>
  );
}

function StateBadge({ state }: { state: Evaluation['state'] }) {
  if (state === 'none') return null;
  return (
    <Badge tone={state === 'locked' ? 'teal' : 'plain'}>
      <FormattedMessage
        id="evaluation.state"
        defaultMessage="{state, select, locked {Locked} proposed {Proposed} other {Draft}}"
        values={{ state }}
      />
    </Badge>
  );
}

function Writing({ problem }: { problem: Problem }) {
  const [draft, setDraft] = useDraft<EvaluationPlan>('evaluation');
  const saving = useSaveEvaluation(problem.id);
  const [theirs, setTheirs] = useState<Evaluation | null>(null);
  if (!draft) return null;
  const send = (plan: EvaluationPlan, version: number) =>
    saving.mutate(
      { plan, version },
      {
        onSuccess: () => setDraft(null),
        // The newest version comes with the refusal, in the shape every reply has.
        onError: (error) => setTheirs(isStale(error) ? (error.current as Evaluation) : null),
      },
    );
  const newest = theirs?.plan ?? draft.base;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(draft.body, draft.version);
      }}
    >
      <EvaluationForm problem={problem} plan={draft.body} set={(change) => setDraft(withFields(change))} />
      <ErrorNotice error={isStale(saving.error) ? null : saving.error} />
      <div className={styles.buttons}>
        <Button onPress={() => setDraft(null)}>
          <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
        </Button>
        <Button kind="primary" type="submit" isPending={saving.isPending}>
          <FormattedMessage id="data.save" defaultMessage="Save" />
        </Button>
      </div>
      {theirs ? (
        <ConflictDialog
          words={PLAN_WORDS}
          base={draft.base}
          mine={draft.body}
          theirs={newest}
          isPending={saving.isPending}
          onClose={() => {
            // What was written goes on from the newest: only what is still different is a change then.
            setDraft({ ...draft, base: newest, version: theirs.version });
            setTheirs(null);
          }}
          onDecide={(merged) => send(merged, theirs.version)}
        />
      ) : null}
    </form>
  );
}

interface WrittenProps {
  readonly problem: Problem;
  readonly evaluation: Evaluation;
  readonly plan: EvaluationPlan;
}

function Written({ problem, evaluation, plan }: WrittenProps) {
  return (
    <>
      {/* What was known when it was proposed stays with it; a draft is looked at anew. */}
      {evaluation.facts ? (
        <PlanFacts facts={evaluation.facts} plan={plan} />
      ) : (
        <FreshFacts problem={problem} plan={plan} />
      )}
      <PlanRead plan={plan} />
      <LockSteps problem={problem} evaluation={evaluation} />
      <Amendments evaluation={evaluation} />
    </>
  );
}

function FreshFacts({ problem, plan }: Omit<WrittenProps, 'evaluation'>) {
  const { data, error } = usePlanFacts(problem.id, plan);
  return (
    <>
      <ErrorNotice error={error} />
      {data ? <PlanFacts facts={data} plan={plan} /> : null}
    </>
  );
}

function Amendments({ evaluation: { amendments } }: { evaluation: Evaluation }) {
  const intl = useIntl();
  if (amendments.length === 0) return null;
  return (
    <>
      <h3>
        <FormattedMessage id="evaluation.amendments" defaultMessage="Amendments" />
      </h3>
      <ul className={styles.lines}>
        {amendments.map((one) => (
          <li key={one.id}>
            <p>{one.text}</p>
            <blockquote className={styles.reason}>{one.reason}</blockquote>
            <p className={styles.facts}>
              {one.createdByName}, {intl.formatDate(one.createdAt, { dateStyle: 'medium' })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
