import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { changesOf } from '../../../answer-words.tsx';
import { type AnswerCheck, type PublicAnswer, useAnswerStep } from '../../../api/public-answers.ts';
import { useMay, useSession } from '../../../api/session.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Key } from '../key.tsx';
import styles from '../published.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

interface AnswerKeysProps {
  answer: PublicAnswer;
  check: AnswerCheck | null;
  /** While somebody writes, no key is turned for what stands there. */
  isEditing: boolean;
}

/** The way out: written, checked by a guardian, read in every language, released by somebody else; and the ways back. */
export function AnswerKeys({ answer, check, isEditing }: AnswerKeysProps) {
  const step = useAnswerStep(answer);
  const { changed, approved, translated, released, words } = answer;
  const signed = (one: PublicAnswer['approved']) => one && { who: one.name, at: one.at };
  const props = { answer, step, check };
  return (
    <section className={styles.section} aria-labelledby="answer-keys">
      <h2 id="answer-keys">
        <FormattedMessage id="published.keys" defaultMessage="Two keys" />
      </h2>
      <ErrorNotice error={step.error} />
      <ol className={styles.keys}>
        <Key
          done={signed(changed)}
          title={<FormattedMessage id="answer.key.written" defaultMessage="Written" />}
        />
        <Key
          done={signed(approved)}
          title={
            <FormattedMessage
              id="answer.key.checked"
              defaultMessage="First key: a data guardian has checked privacy"
            />
          }
        >
          {isEditing ? null : <Approve {...props} />}
        </Key>
        {words.languages.length > 1 ? (
          <Key
            done={signed(translated)}
            title={
              <FormattedMessage
                id="answer.key.translated"
                defaultMessage="Somebody who reads them confirms that all languages say the same"
              />
            }
          >
            {isEditing ? null : <Translated {...props} />}
          </Key>
        ) : null}
        <Key
          done={signed(released)}
          title={
            <FormattedMessage
              id="published.key.released"
              defaultMessage="Second key: a publisher, somebody else, releases"
            />
          }
        >
          {isEditing ? null : <Release {...props} />}
        </Key>
      </ol>
      {isEditing ? null : <Backwards answer={answer} step={step} />}
    </section>
  );
}

interface StepProps {
  answer: PublicAnswer;
  step: ReturnType<typeof useAnswerStep>;
}

function Approve({ answer, step, check }: StepProps & { check: AnswerCheck | null }) {
  const mayApprove = useMay('publication.approve');
  const [wordsRead, setRead] = useState(false);
  if (answer.state !== 'draft' || check === null) return null;
  if (!mayApprove)
    return (
      <p className={styles.quiet}>
        <FormattedMessage id="published.approve.waits" defaultMessage="Waits for a data guardian." />
      </p>
    );
  const isFit = check.faults.length === 0 && !check.recordChanged;
  const mustRead = check.doubts.length > 0;
  return (
    <>
      {mustRead ? (
        <Checkbox isSelected={wordsRead} onChange={setRead}>
          <FormattedMessage
            id="answer.words-read"
            defaultMessage="I have read what looks like a name or an address: it is neither, or may be told"
          />
        </Checkbox>
      ) : null}
      <Button
        kind="primary"
        isDisabled={!isFit || (mustRead && !wordsRead)}
        isPending={isPending(step, 'approve')}
        onPress={() => step.mutate({ step: 'approve', wordsRead })}
      >
        <FormattedMessage id="published.approve" defaultMessage="Approve" />
      </Button>
      {isFit ? null : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="answer.approve.first"
            defaultMessage="What stands in the way has to go first: see the privacy sheet."
          />
        </p>
      )}
    </>
  );
}

function Translated({ answer, step }: StepProps) {
  const mayConfirm = useMay(changesOf(answer));
  if (answer.state !== 'privacy_checked' || !mayConfirm) return null;
  return (
    <Button
      kind="primary"
      isPending={isPending(step, 'translated')}
      onPress={() => step.mutate({ step: 'translated' })}
    >
      <FormattedMessage id="answer.translated" defaultMessage="They say the same" />
    </Button>
  );
}

function Release({ answer, step }: StepProps) {
  const intl = useIntl();
  const may = useMay('publication.release');
  const [asking, setAsking] = useState(false);
  const why = useWhyNotRelease(answer);
  if (answer.released !== null || answer.state === 'withdrawn') return null;
  return (
    <>
      {may ? (
        <Button
          kind="primary"
          isDisabled={why !== null}
          aria-describedby={why ? 'release-why' : undefined}
          onPress={() => setAsking(true)}
        >
          <FormattedMessage id="published.release" defaultMessage="Release…" />
        </Button>
      ) : null}
      {why ? (
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
          onConfirm={() => step.mutate({ step: 'release' }, { onSettled: () => setAsking(false) })}
          confirmLabel={intl.formatMessage({ id: 'published.release.do', defaultMessage: 'Release' })}
          isPending={isPending(step, 'release')}
        >
          <p>
            <FormattedMessage
              id="answer.release.what"
              defaultMessage="Everybody can read it then, without an account. It can be corrected or withdrawn; what was read cannot be taken back."
            />
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** Why this person cannot turn the second key now; null: nothing is in the way. */
function useWhyNotRelease({ state, words, approved }: PublicAnswer): string | null {
  const intl = useIntl();
  const user = useSession().data;
  const may = useMay('publication.release');
  const isReady = state === 'translated' || (state === 'privacy_checked' && words.languages.length === 1);
  if (!isReady)
    return state === 'privacy_checked'
      ? intl.formatMessage({
          id: 'answer.release.languages',
          defaultMessage: 'Comes after the languages were confirmed.',
        })
      : intl.formatMessage({ id: 'published.release.first', defaultMessage: 'Comes after the first key.' });
  if (!may)
    return intl.formatMessage({ id: 'published.release.waits', defaultMessage: 'Waits for a publisher.' });
  if (user && approved?.by === user.id)
    return intl.formatMessage({
      id: 'published.release.other',
      defaultMessage: 'You turned the first key, so somebody else has to turn this one.',
    });
  return null;
}

function Backwards({ answer, step }: StepProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { state, released, id } = answer;
  const [asking, setAsking] = useState<'discard' | 'withdraw' | 'correct' | null>(null);
  const close = () => setAsking(null);
  const unreleased = released === null && state !== 'withdrawn';
  const correct = (reason: string) =>
    step.mutate(
      { step: 'correction', reason },
      { onSuccess: (made) => navigate({ to: '/published/answers/$id', params: { id: made.id } }) },
    );
  return (
    <div className={styles.buttons}>
      {released ? (
        <LinkButton href={`/notice-board/answers/${encodeURIComponent(id)}`}>
          <FormattedMessage id="published.onBoard" defaultMessage="See it as everybody does" />
        </LinkButton>
      ) : null}
      {unreleased ? (
        <IfMay action={changesOf(answer)}>
          <Button onPress={() => setAsking('discard')}>
            <FormattedMessage id="answer.discard" defaultMessage="Discard…" />
          </Button>
        </IfMay>
      ) : null}
      {state === 'released' ? (
        <IfMay action={changesOf(answer)}>
          <Button onPress={() => setAsking('correct')}>
            <FormattedMessage id="answer.correct" defaultMessage="Correct…" />
          </Button>
        </IfMay>
      ) : null}
      {state === 'released' || state === 'corrected' ? (
        <IfMay action="publication.strike">
          <Button kind="danger" onPress={() => setAsking('withdraw')}>
            <FormattedMessage id="published.withdraw" defaultMessage="Withdraw…" />
          </Button>
        </IfMay>
      ) : null}
      {asking === 'discard' ? (
        <ConfirmDialog
          title={intl.formatMessage({
            id: 'answer.discard.title',
            defaultMessage: 'Discard this answer?',
          })}
          isOpen
          onClose={close}
          onConfirm={() => step.mutate({ step: 'discard' }, { onSettled: close })}
          confirmLabel={intl.formatMessage({ id: 'answer.discard.do', defaultMessage: 'Discard' })}
          isPending={isPending(step, 'discard')}
        >
          <p>
            <FormattedMessage
              id="answer.discard.what"
              defaultMessage="It stays in this list and goes no further. Another one can be drafted from the record."
            />
          </p>
        </ConfirmDialog>
      ) : null}
      {asking === 'withdraw' ? (
        <ReasonDialog
          title={intl.formatMessage({
            id: 'answer.withdraw.title',
            defaultMessage: 'Withdraw this answer',
          })}
          label={intl.formatMessage({
            id: 'answer.withdraw.reason',
            defaultMessage: 'Why is it withdrawn?',
          })}
          confirmLabel={intl.formatMessage({ id: 'published.withdraw.do', defaultMessage: 'Withdraw' })}
          isDanger
          isPending={isPending(step, 'withdraw')}
          error={step.error}
          onClose={close}
          onConfirm={(reason) => step.mutate({ step: 'withdraw', reason }, { onSuccess: close })}
        >
          <p>
            <FormattedMessage
              id="answer.withdraw.what"
              defaultMessage="Nobody outside reads its words any more. That there was one stays on the notice board, with the reason."
            />
          </p>
        </ReasonDialog>
      ) : null}
      {asking === 'correct' ? (
        <ReasonDialog
          title={intl.formatMessage({ id: 'answer.correct.title', defaultMessage: 'Correct this answer' })}
          label={intl.formatMessage({ id: 'answer.correct.reason', defaultMessage: 'What was wrong?' })}
          confirmLabel={intl.formatMessage({
            id: 'answer.correct.do',
            defaultMessage: 'Begin a correction',
          })}
          isPending={isPending(step, 'correction')}
          error={step.error}
          onClose={close}
          onConfirm={correct}
        >
          <p>
            <FormattedMessage
              id="answer.correct.what"
              defaultMessage="A copy is made to be rewritten, and passes the same keys. Until it is released this one stands; then it is struck, and both stay readable."
            />
          </p>
        </ReasonDialog>
      ) : null}
    </div>
  );
}

function isPending(
  step: StepProps['step'],
  which: NonNullable<StepProps['step']['variables']>['step'],
): boolean {
  return step.isPending && step.variables?.step === which;
}
