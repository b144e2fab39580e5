import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../../api/client.ts';
import { type PublishedAnswer, usePublishedAnswer } from '../../../api/public-answers.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { NoticeBoard } from '../notice-board.tsx';
import styles from '../published.module.css';
import { dayIn, headingsIn, languageName, withDays } from './answer-headings.ts';
import { AnswerText } from './answer-text.tsx';
import own from './answers.module.css';

/** One public answer, as everybody reads it, on the screen and on a sheet of A5. */
export function AnswerPage() {
  const { id } = useParams({ from: '/notice-board/answers/$id' });
  const { data: answer, error } = usePublishedAnswer(id);
  const missing = error instanceof ApiError && [400, 404].includes(error.status);
  return (
    <NoticeBoard>
      <LinkButton kind="quiet" size="small" href="/notice-board">
        <ArrowLeft aria-hidden className={styles.mirrored} />
        <FormattedMessage id="board.all" defaultMessage="Everything published" />
      </LinkButton>
      {missing ? <Missing /> : <ErrorNotice error={error} />}
      {answer ? <Loaded answer={answer} /> : null}
    </NoticeBoard>
  );
}

function Loaded({ answer }: { answer: PublishedAnswer }) {
  const { language } = useSearch({ from: '/notice-board/answers/$id' });
  const intl = useIntl();
  const texts =
    answer.languages.find((one) => one.language === language) ??
    answer.languages.find((one) => one.language === intl.locale.slice(0, 2)) ??
    answer.languages[0];
  useSmallSheet();
  return (
    <>
      <Standing answer={answer} />
      {texts ? (
        <>
          <title>{texts.title}</title>
          <Tools answer={answer} language={texts.language} />
          <div className={own.sheet}>
            <AnswerText
              texts={texts}
              rows={answer.rows}
              quotes={answer.quotes}
              told={answer.told}
              isStruck={answer.state === 'corrected'}
              facts={<Facts answer={answer} language={texts.language} />}
              figures={figuresOf(answer)}
              level="h1"
            />
          </div>
        </>
      ) : null}
    </>
  );
}

/** Which language, and paper. */
function Tools({ answer, language }: { answer: PublishedAnswer; language: string }) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/notice-board/answers/$id' });
  return (
    <div className={own.tools}>
      {answer.languages.length > 1 ? (
        <Select
          label={intl.formatMessage({ id: 'answer.language', defaultMessage: 'Language' })}
          value={language}
          onChange={(chosen) => navigate({ search: { language: chosen }, replace: true })}
          choices={answer.languages.map((one) => ({ id: one.language, label: languageName(one.language) }))}
        />
      ) : null}
      <Button onPress={() => window.print()}>
        <Printer aria-hidden size={18} />
        <FormattedMessage id="answer.print" defaultMessage="Print (A5)" />
      </Button>
    </div>
  );
}

function Facts({ answer, language }: { answer: PublishedAnswer; language: string }) {
  const headings = headingsIn(language);
  const { areaName, meeting, meetingOn, releasedAt, validUntil } = answer;
  const day = meetingOn && dayIn(language, meetingOn);
  const facts = [
    areaName,
    meeting || null,
    // Under its name the meeting needs no word for it.
    day && (meeting ? day : withDays(headings.meeting, { day })),
    withDays(headings.released, { day: dayIn(language, releasedAt) }),
    validUntil && withDays(headings.until, { day: dayIn(language, validUntil) }),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <p className={styles.facts}>
      {facts.map((fact) => (
        <bdi key={fact}>{fact}</bdi>
      ))}
    </p>
  );
}

function figuresOf({ publications }: PublishedAnswer) {
  if (publications.length === 0) return null;
  return publications.map(({ id, title, struck }, i) => (
    <span key={id}>
      {i > 0 ? ' · ' : null}
      <Link to="/notice-board/$id" params={{ id }}>
        {struck ? (
          <s>
            <bdi>{title}</bdi>
          </s>
        ) : (
          <bdi>{title}</bdi>
        )}
      </Link>
    </span>
  ));
}

/** What became of it since it was released. */
function Standing({ answer }: { answer: PublishedAnswer }) {
  const { state, withdrawn, correctedBy, corrects, correctionReason, isOver } = answer;
  return (
    <>
      {withdrawn ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="answer.withdrawn.on"
              defaultMessage="Withdrawn on {at}"
              values={{ at: <FormattedDate value={withdrawn.at} dateStyle="long" /> }}
            />
          }
        >
          <p dir="auto">{withdrawn.reason}</p>
        </Notice>
      ) : null}
      {state === 'corrected' && correctedBy ? (
        <Notice
          tone="amber"
          title={<FormattedMessage id="answer.corrected.by" defaultMessage="This answer was corrected" />}
        >
          <p>
            <Link to="/notice-board/answers/$id" params={{ id: correctedBy }}>
              <FormattedMessage id="answer.corrected.to" defaultMessage="Read what holds now" />
            </Link>
          </p>
        </Notice>
      ) : null}
      {corrects && !withdrawn ? (
        <Notice
          title={
            <FormattedMessage id="answer.corrects" defaultMessage="This answer corrects an earlier one" />
          }
        >
          <p dir="auto">{correctionReason}</p>
          <p>
            <Link to="/notice-board/answers/$id" params={{ id: corrects }}>
              <FormattedMessage id="answer.corrects.old" defaultMessage="Read the earlier one" />
            </Link>
          </p>
        </Notice>
      ) : null}
      {isOver && !withdrawn ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="answer.over"
              defaultMessage="The day until which this answer holds is past"
            />
          }
        />
      ) : null}
    </>
  );
}

/** While the page is open, what is printed is a sheet of A5. */
function useSmallSheet(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A5; margin: 12mm; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, []);
}

function Missing() {
  const intl = useIntl();
  return (
    <EmptyState
      title={intl.formatMessage({
        id: 'answer.missing',
        defaultMessage: 'There is no public answer at this address',
      })}
    >
      <FormattedMessage id="board.missing.text" defaultMessage="Perhaps a part of the address was lost." />
    </EmptyState>
  );
}
