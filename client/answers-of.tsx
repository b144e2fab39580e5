import { Link, useNavigate } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { AnswerMark, lastStepOf, titleOf } from './answer-words.tsx';
import styles from './answers-of.module.css';
import {
  type AnswerAbout,
  type PublicAnswer,
  useDraftAnswer,
  usePublicAnswers,
} from './api/public-answers.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Button } from './ui/button.tsx';

const IN_PREPARATION: readonly PublicAnswer['state'][] = ['draft', 'privacy_checked', 'translated'];

/** The public answers about a case or a meeting, and the press that drafts the next. */
export function AnswersOf({ about, mayDraft }: { about: AnswerAbout; mayDraft: boolean }) {
  const { data: answers, error } = usePublicAnswers(about);
  const draft = useDraftAnswer();
  const navigate = useNavigate();
  const begin = () =>
    draft.mutate(about, {
      onSuccess: ({ id }) => navigate({ to: '/published/answers/$id', params: { id } }),
    });
  const isOpen = answers !== undefined && !answers.some(({ state }) => IN_PREPARATION.includes(state));
  return (
    <>
      <ErrorNotice error={error ?? draft.error} />
      {answers && answers.length > 0 ? (
        <ul className={styles.lines}>
          {answers.map((answer) => (
            <Line key={answer.id} answer={answer} />
          ))}
        </ul>
      ) : null}
      {isOpen && mayDraft ? (
        <div>
          <Button size="small" isPending={draft.isPending} onPress={begin}>
            <FormattedMessage id="answer.draft" defaultMessage="Draft from the record" />
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Line({ answer }: { answer: PublicAnswer }) {
  const { id, state } = answer;
  return (
    <li>
      <Link to="/published/answers/$id" params={{ id }}>
        <bdi>
          {titleOf(answer) || <FormattedMessage id="answer.untitled" defaultMessage="Without a title" />}
        </bdi>
      </Link>
      <p className={styles.facts}>
        <AnswerMark state={state} />
        <FormattedDate value={lastStepOf(answer).at} dateStyle="medium" />
      </p>
    </li>
  );
}
