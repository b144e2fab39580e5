import { Link } from '@tanstack/react-router';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, type CommitmentStep, useTakeStep } from '../../../api/commitments.ts';
import type { Problem } from '../../../api/records.ts';
import { useMay } from '../../../api/session.ts';
import { ChainFold } from '../../../chain-strip.tsx';
import { KIND_WORDS, STATE_WORDS, STEP_WORDS } from '../../../commitment-words.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Badge, type BadgeProps } from '../../../ui/badge.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useBroughtIntoSight } from '../../../use-brought-into-sight.ts';
import work from '../case-work.module.css';
import styles from '../problems.module.css';
import { ChangeDialog } from './change-dialog.tsx';
import { DoseLine } from './dose-line.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StepsSoFar } from './steps-so-far.tsx';
import { Tallies } from './tallies.tsx';
import { TallyDialog } from './tally-dialog.tsx';

const TONES: Partial<Record<Commitment['state'], BadgeProps['tone']>> = {
  verified: 'teal',
  delivered: 'teal',
  blocked: 'amber',
  reopened: 'amber',
  not_verified: 'red',
};

interface CommitmentLineProps {
  commitment: Commitment;
  /** Whose places can be chosen, on the page of a case. */
  problem?: Problem;
  /** In a list over all cases its case is named. */
  isAcross?: boolean;
}

/** One promise: how it stands, whose step is next, and the buttons of whoever looks. */
export function CommitmentLine({ commitment, problem, isAcross = false }: CommitmentLineProps) {
  const intl = useIntl();
  const { organisation, text, kind, state, ownerRole } = commitment;
  const here = useBroughtIntoSight<HTMLLIElement>(`commitment-${commitment.id}`);
  return (
    <li ref={here} id={`commitment-${commitment.id}`} className={work.commitment}>
      <p className={styles.facts}>
        <Badge tone={TONES[state] ?? 'plain'}>{intl.formatMessage(STATE_WORDS[state])}</Badge>
        <DueDay commitment={commitment} />
        {isAcross ? <CaseOf commitment={commitment} /> : null}
      </p>
      <p className={styles.statement}>{text}</p>
      <p className={styles.facts}>
        <strong>{organisation.name}</strong>
        {ownerRole ? <span>{ownerRole}</span> : null}
        <span>{intl.formatMessage(KIND_WORDS[kind])}</span>
        {commitment.partners.length > 0 ? (
          <span>
            <FormattedMessage
              id="commitment.with"
              defaultMessage="with {partners}"
              values={{ partners: intl.formatList(commitment.partners.map(({ name }) => name)) }}
            />
          </span>
        ) : null}
      </p>
      {commitment.evidenceOfDone ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="commitment.seen-by"
            defaultMessage="Done when: {text}"
            values={{ text: commitment.evidenceOfDone }}
          />
        </p>
      ) : null}
      {state === 'blocked' ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="commitment.blocked-by"
            defaultMessage="{reason} Could be cleared by: {who}"
            values={{ reason: commitment.blockedReason, who: commitment.unblockedBy }}
          />
        </p>
      ) : null}
      <NextStep commitment={commitment} />
      <DoseLine commitment={commitment} />
      <Tallies commitment={commitment} />
      <Steps commitment={commitment} {...(problem && { problem })} />
      <StepsSoFar commitment={commitment} />
      <ChainFold kind="commitment" id={commitment.id} />
    </li>
  );
}

function DueDay({ commitment: { dueOn, overdue } }: { commitment: Commitment }) {
  if (dueOn === null) return null;
  const day = <FormattedDate value={dueOn} dateStyle="medium" timeZone="UTC" />;
  if (overdue)
    return (
      <Badge tone="red">
        <FormattedMessage id="commitment.overdue" defaultMessage="Overdue since {day}" values={{ day }} />
      </Badge>
    );
  return <FormattedMessage id="commitment.due" defaultMessage="Due {day}" values={{ day }} />;
}

function CaseOf({ commitment: { problemId, problemRef } }: { commitment: Commitment }) {
  const mayReadCase = useMay('problem.read');
  if (problemId === null || problemRef === null) return null;
  if (!mayReadCase) return <span className={styles.ref}>{problemRef}</span>;
  return (
    <Link to="/problems/$id" params={{ id: problemId }} search={{ tab: 'response' }} className={styles.ref}>
      {problemRef}
    </Link>
  );
}

/** Whose step is next: nobody has to know the rules to see why nothing moves. */
function NextStep({ commitment: { state, organisation, reports } }: { commitment: Commitment }) {
  if (state === 'delivered')
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="commitment.next.residents"
          defaultMessage="Next: residents say whether it was done, at a meeting or in two reports ({reports, plural, =0 {none yet} one {# report} other {# reports}})."
          values={{ reports }}
        />
      </p>
    );
  if (state === 'proposed' || state === 'agreed' || state === 'blocked' || state === 'reopened')
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="commitment.next.owner"
          defaultMessage="Next: {owner} {state, select, proposed {agrees or declines} blocked {goes on when the way is clear} other {begins}}."
          values={{ owner: organisation.name, state }}
        />
      </p>
    );
  if (state === 'in_progress')
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="commitment.next.deliver"
          defaultMessage="Next: {owner} says when it is done, with what shows it."
          values={{ owner: organisation.name }}
        />
      </p>
    );
  return null;
}

type Asked =
  | { what: 'step'; step: CommitmentStep }
  | { what: 'tally' }
  | { what: 'report' }
  | { what: 'change' };

/** What whoever looks may do: the next steps as buttons, the decisions of the committee in a menu. */
function Steps({ commitment, problem }: Pick<CommitmentLineProps, 'commitment' | 'problem'>) {
  const intl = useIntl();
  const [asked, setAsked] = useState<Asked | null>(null);
  const take = useTakeStep();
  const mayReport = useMay('commitment.report') && commitment.state === 'delivered' && !commitment.isOwn;
  const own = commitment.steps.filter(({ who }) => who === 'owner');
  const decisions = commitment.steps.filter(({ who }) => who === 'committee');
  const mayTally = commitment.steps.some(({ who }) => who === 'residents');
  const begin = (step: CommitmentStep) =>
    step.needs.length === 0
      ? take.mutate({ commitment, step: { to: step.to } })
      : setAsked({ what: 'step', step });
  const more = intl.formatMessage({ id: 'commitment.more', defaultMessage: 'Decisions of the committee' });
  const mayChange = commitment.mayChange !== 'none';
  if (!mayReport && !mayChange && commitment.steps.length === 0) return null;
  return (
    <div className={work.commitmentSteps}>
      <ErrorNotice error={take.error} />
      {own.map((step) => (
        <Button
          key={step.to}
          kind={step === own[own.length - 1] || step.to === 'agreed' ? 'plain' : 'quiet'}
          size="small"
          isPending={take.isPending}
          onPress={() => begin(step)}
        >
          {intl.formatMessage(STEP_WORDS[step.to])}
        </Button>
      ))}
      {mayTally ? (
        <Button size="small" kind="primary" onPress={() => setAsked({ what: 'tally' })}>
          {intl.formatMessage(STEP_WORDS.verified)}
        </Button>
      ) : null}
      {mayReport ? (
        <Button size="small" onPress={() => setAsked({ what: 'report' })}>
          <FormattedMessage id="commitment.report" defaultMessage="I have seen it…" />
        </Button>
      ) : null}
      {mayChange ? (
        <Button size="small" kind="quiet" onPress={() => setAsked({ what: 'change' })}>
          <FormattedMessage id="commitment.change" defaultMessage="Change…" />
        </Button>
      ) : null}
      {decisions.length > 0 ? (
        <Menu
          label={more}
          trigger={<IconButton label={more} icon={<EllipsisVertical aria-hidden />} />}
          actions={decisions.map((step) => ({
            id: step.to,
            label: intl.formatMessage(STEP_WORDS[step.to]),
            onAction: () => begin(step),
          }))}
        />
      ) : null}
      {asked?.what === 'step' ? (
        <StepDialog commitment={commitment} step={asked.step} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.what === 'tally' ? (
        <TallyDialog commitment={commitment} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.what === 'change' ? (
        <ChangeDialog commitment={commitment} {...(problem && { problem })} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.what === 'report' ? (
        <ReportDialog commitment={commitment} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  );
}
