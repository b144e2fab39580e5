import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Publication, type Step, useStep } from '../../api/publications.ts';
import { useMay, useSession } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { NOTICE_BOARD } from '../../public-pages.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Key } from './key.tsx';
import styles from './published.module.css';
import { StrikeDialog } from './strike-dialog.tsx';

/** The way out: prepared, approved by a guardian, released by somebody else; and the ways back. */
export function KeysSection({ publication }: { publication: Publication }) {
  const step = useStep(publication);
  return (
    <section className={styles.section} aria-labelledby="publication-keys">
      <h2 id="publication-keys">
        <FormattedMessage id="published.keys" defaultMessage="Two keys" />
      </h2>
      <ErrorNotice error={step.error} />
      <ol className={styles.keys}>
        <Key
          done={{ who: publication.preparer, at: publication.preparedAt }}
          title={<FormattedMessage id="published.key.prepared" defaultMessage="Prepared" />}
        />
        <Approve publication={publication} step={step} />
        <Release publication={publication} step={step} />
        {publication.struckAt ? (
          <Key
            done={{ who: publication.striker, at: publication.struckAt }}
            title={<FormattedMessage id="published.key.struck" defaultMessage="Struck" />}
          />
        ) : null}
      </ol>
      {publication.state === 'withdrawn' ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="published.withdrawn"
            defaultMessage="Withdrawn: it was never released. Prepare the figures anew to go on."
          />
        </p>
      ) : null}
      <Backwards publication={publication} step={step} />
    </section>
  );
}

interface StepProps {
  publication: Publication;
  step: ReturnType<typeof useStep>;
}

function Approve({ publication: { state, approver, approvedAt }, step }: StepProps) {
  const mayApprove = useMay('publication.approve');
  const open = state === 'prepared';
  return (
    <Key
      done={approvedAt ? { who: approver, at: approvedAt } : null}
      title={
        <FormattedMessage id="published.key.approved" defaultMessage="First key: a data guardian approves" />
      }
    >
      {open && mayApprove ? (
        <Button kind="primary" isPending={pending(step, 'approve')} onPress={() => step.mutate('approve')}>
          <FormattedMessage id="published.approve" defaultMessage="Approve" />
        </Button>
      ) : null}
      {open && !mayApprove ? (
        <p className={styles.quiet}>
          <FormattedMessage id="published.approve.waits" defaultMessage="Waits for a data guardian." />
        </p>
      ) : null}
    </Key>
  );
}

function Release({ publication, step }: StepProps) {
  const intl = useIntl();
  const [asking, setAsking] = useState(false);
  const { state, releaser, releasedAt } = publication;
  const why = useWhyNotRelease(publication);
  const may = useMay('publication.release');
  const open = state === 'prepared' || state === 'approved';
  const release = () => step.mutate('release', { onSettled: () => setAsking(false) });
  return (
    <Key
      done={releasedAt ? { who: releaser, at: releasedAt } : null}
      title={
        <FormattedMessage
          id="published.key.released"
          defaultMessage="Second key: a publisher, somebody else, releases"
        />
      }
    >
      {open && may ? (
        <Button
          kind="primary"
          isDisabled={why !== null}
          aria-describedby={why ? 'release-why' : undefined}
          onPress={() => setAsking(true)}
        >
          <FormattedMessage id="published.release" defaultMessage="Release…" />
        </Button>
      ) : null}
      {open && why ? (
        <p id="release-why" className={styles.quiet}>
          {why}
        </p>
      ) : null}
      {asking ? (
        <ConfirmDialog
          title={intl.formatMessage({
            id: 'published.release.title',
            defaultMessage: 'Release to everybody?',
          })}
          isOpen
          onClose={() => setAsking(false)}
          onConfirm={release}
          confirmLabel={intl.formatMessage({ id: 'published.release.do', defaultMessage: 'Release' })}
          isPending={pending(step, 'release')}
        >
          <p>
            <FormattedMessage
              id="published.release.what"
              defaultMessage="Everybody can read it then, without an account. A mistake can be struck and stays readable with the reason; what was read cannot be taken back."
            />
          </p>
        </ConfirmDialog>
      ) : null}
    </Key>
  );
}

/** Why this person cannot turn the second key now; null: nothing is in the way. */
function useWhyNotRelease({ state, approvedBy }: Publication): string | null {
  const intl = useIntl();
  const user = useSession().data;
  const may = useMay('publication.release');
  if (state === 'prepared')
    return intl.formatMessage({
      id: 'published.release.first',
      defaultMessage: 'Comes after the first key.',
    });
  if (!may)
    return intl.formatMessage({ id: 'published.release.waits', defaultMessage: 'Waits for a publisher.' });
  if (user && approvedBy === user.id)
    return intl.formatMessage({
      id: 'published.release.other',
      defaultMessage: 'You turned the first key, so somebody else has to turn this one.',
    });
  return null;
}

function Backwards({ publication, step }: StepProps) {
  const { state, id } = publication;
  const [asking, setAsking] = useState<'withdraw' | 'strike' | null>(null);
  const unreleased = state === 'prepared' || state === 'approved';
  return (
    <div className={styles.buttons}>
      {publication.releasedAt ? (
        <LinkButton href={`${NOTICE_BOARD}/${id}`}>
          <FormattedMessage id="published.onBoard" defaultMessage="See it as everybody does" />
        </LinkButton>
      ) : null}
      {unreleased ? (
        <IfMay action="publication.prepare">
          <Button onPress={() => setAsking('withdraw')}>
            <FormattedMessage id="published.withdraw" defaultMessage="Withdraw…" />
          </Button>
        </IfMay>
      ) : null}
      {state === 'released' ? (
        <IfMay action="publication.strike">
          <Button kind="danger" onPress={() => setAsking('strike')}>
            <FormattedMessage id="published.strike" defaultMessage="Strike…" />
          </Button>
        </IfMay>
      ) : null}
      {asking === 'withdraw' ? <WithdrawDialog step={step} onClose={() => setAsking(null)} /> : null}
      {asking === 'strike' ? (
        <StrikeDialog publication={publication} onClose={() => setAsking(null)} />
      ) : null}
    </div>
  );
}

function WithdrawDialog({ step, onClose }: Pick<StepProps, 'step'> & { onClose: () => void }) {
  const intl = useIntl();
  return (
    <ConfirmDialog
      title={intl.formatMessage({
        id: 'published.withdraw.title',
        defaultMessage: 'Withdraw this publication?',
      })}
      isOpen
      onClose={onClose}
      onConfirm={() => step.mutate('withdraw', { onSettled: onClose })}
      confirmLabel={intl.formatMessage({ id: 'published.withdraw.do', defaultMessage: 'Withdraw' })}
      isPending={pending(step, 'withdraw')}
    >
      <p>
        <FormattedMessage
          id="published.withdraw.what"
          defaultMessage="It cannot be approved or released any more and stays in this list. The same figures can be prepared anew."
        />
      </p>
    </ConfirmDialog>
  );
}

function pending(step: StepProps['step'], which: Step): boolean {
  return step.isPending && step.variables === which;
}
