import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { AnswerMark, lastStepOf, titleOf } from '../../../answer-words.tsx';
import {
  type PublicAnswer,
  type PublishedAnswerLine,
  usePublicAnswers,
} from '../../../api/public-answers.ts';
import { useMay } from '../../../api/session.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import styles from '../published.module.css';
import { directionOf, languageName } from './answer-headings.ts';

/** All public answers of the cases and meetings one reads, in the workbench. */
export function AnswerLines() {
  return useMay('problem.read') ? <Lines /> : null;
}

function Lines() {
  const { data: answers, error } = usePublicAnswers();
  return (
    <section className={styles.titles} aria-labelledby="public-answers">
      <h2 id="public-answers">
        <FormattedMessage id="answers.title" defaultMessage="Public answers" />
      </h2>
      <ErrorNotice error={error} />
      {answers?.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="answers.empty"
            defaultMessage="You said, we did: none was written yet. It begins on the assessment page of a problem case, or on the page of a closed meeting."
          />
        </p>
      ) : null}
      <ul className={styles.lines}>
        {answers?.map((answer) => (
          <Line key={answer.id} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function Line({ answer }: { answer: PublicAnswer }) {
  const { id, state, words, areaName } = answer;
  const { name, at } = lastStepOf(answer);
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <h3>
          <Link to="/published/answers/$id" params={{ id }} className={styles.lineTitle}>
            <bdi>
              {titleOf(answer) || <FormattedMessage id="answer.untitled" defaultMessage="Without a title" />}
            </bdi>
          </Link>
        </h3>
        <AnswerMark state={state} />
      </div>
      <p className={styles.facts}>
        {areaName ? <bdi>{areaName}</bdi> : null}
        <span>{words.languages.map(({ language }) => languageName(language)).join(' · ')}</span>
        <span>
          <FormattedMessage
            id="published.key.who"
            defaultMessage="{who}, {at}"
            values={{ who: <bdi>{name}</bdi>, at: <FormattedDate value={at} dateStyle="medium" /> }}
          />
        </span>
      </p>
    </li>
  );
}

/** One answer on the notice board: its title in every language it is written in. */
export function BoardLine({ answer }: { answer: PublishedAnswerLine }) {
  const intl = useIntl();
  const { id, state, titles, areaName, meetingOn, releasedAt, withdrawn } = answer;
  return (
    <li className={styles.line}>
      {titles.map(({ language, title }, i) => (
        <div key={language} className={styles.lineHead}>
          <h3 lang={language} dir={directionOf(language)}>
            <Link
              to="/notice-board/answers/$id"
              params={{ id }}
              search={{ language }}
              className={styles.lineTitle}
            >
              {state === 'corrected' ? <s>{title}</s> : title}
            </Link>
          </h3>
          {i === 0 && state !== 'released' ? <AnswerMark state={state} /> : null}
        </div>
      ))}
      {withdrawn ? (
        <div className={styles.lineHead}>
          <h3>
            <Link to="/notice-board/answers/$id" params={{ id }} className={styles.lineTitle}>
              <FormattedMessage id="answer.gone" defaultMessage="An answer that was withdrawn" />
            </Link>
          </h3>
          <AnswerMark state={state} />
        </div>
      ) : null}
      <p className={styles.facts}>
        {areaName ? <bdi>{areaName}</bdi> : null}
        {meetingOn ? (
          <span>
            <FormattedMessage
              id="answer.meeting.on"
              defaultMessage="Meeting of {day}"
              values={{ day: intl.formatDate(meetingOn, { dateStyle: 'long', timeZone: 'UTC' }) }}
            />
          </span>
        ) : null}
        <span>
          <FormattedMessage
            id="board.released"
            defaultMessage="Released {at}"
            values={{ at: <FormattedDate value={releasedAt} dateStyle="long" /> }}
          />
        </span>
      </p>
      {withdrawn ? <p dir="auto">{withdrawn.reason}</p> : null}
    </li>
  );
}
