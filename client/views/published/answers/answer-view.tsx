import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AnswerMark, changesOf, titleOf } from '../../../answer-words.tsx';
import { ApiError } from '../../../api/client.ts';
import {
  type AnswerCheck,
  type PublicAnswer,
  useAnswerCheck,
  usePublicAnswer,
} from '../../../api/public-answers.ts';
import { useMay } from '../../../api/session.ts';
import { ChainStrip } from '../../../chain-strip.tsx';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import styles from '../published.module.css';
import { AnswerForm } from './answer-form.tsx';
import { languageName } from './answer-headings.ts';
import { AnswerKeys } from './answer-keys.tsx';
import { AnswerSheet } from './answer-sheet.tsx';
import { AnswerText } from './answer-text.tsx';

/** One public answer in the workbench: its words, what stands in the way, and the keys that let it out. */
export function AnswerView() {
  const { id } = useParams({ from: '/published/answers/$id' });
  const { data: answer, error } = usePublicAnswer(id);
  if (error instanceof ApiError && error.status === 404) return <Gone />;
  return (
    <div className={styles.page}>
      <LinkButton kind="quiet" size="small" href="/published">
        <ArrowLeft aria-hidden className={styles.mirrored} />
        <FormattedMessage id="published.back" defaultMessage="All publications" />
      </LinkButton>
      <ErrorNotice error={error} />
      {answer ? <Loaded key={answer.id} answer={answer} /> : null}
    </div>
  );
}

function Loaded({ answer }: { answer: PublicAnswer }) {
  const check = useAnswerCheck(answer);
  const [editing, setEditing] = useState(false);
  const mayEdit = useMay(changesOf(answer)) && answer.released === null && answer.withdrawn === null;
  return (
    <>
      <Head answer={answer} />
      {answer.problemId === null ? null : <ChainStrip kind="answer" id={answer.id} />}
      <div className={styles.sections}>
        <section className={styles.section} aria-labelledby="answer-words">
          <div className={styles.lineHead}>
            <h2 id="answer-words">
              {editing ? (
                <FormattedMessage id="answer.writing" defaultMessage="Write the answer" />
              ) : (
                <FormattedMessage id="published.figures" defaultMessage="What the public sees" />
              )}
            </h2>
            {mayEdit && !editing ? (
              <Button size="small" onPress={() => setEditing(true)}>
                <Pencil aria-hidden size={16} />
                <FormattedMessage id="problem.edit" defaultMessage="Edit" />
              </Button>
            ) : null}
          </div>
          <ErrorNotice error={check.error} />
          {editing ? (
            <AnswerForm
              answer={answer}
              quotable={check.data?.quotable ?? []}
              tellable={check.data?.tellable ?? []}
              onDone={() => setEditing(false)}
            />
          ) : (
            <Preview answer={answer} quotable={check.data?.quotable ?? []} />
          )}
        </section>
        <div className={styles.side}>
          <AnswerKeys answer={answer} check={check.data ?? null} isEditing={editing} />
          <AnswerSheet answer={answer} check={check.data ?? null} />
        </div>
      </div>
    </>
  );
}

function Preview({ answer, quotable }: { answer: PublicAnswer; quotable: AnswerCheck['quotable'] }) {
  const intl = useIntl();
  const { words, rows, told, state } = answer;
  const said = new Map(quotable.map(({ id, summary }) => [id, summary]));
  const quotes = words.quotes.flatMap((id) => said.get(id) ?? []);
  const read = (texts: (typeof words.languages)[number]) => {
    const own = new Map(texts.promises.map(({ commitmentId, text }) => [commitmentId, text]));
    const promises = rows.map(({ commitmentId, text }) => own.get(commitmentId) || text);
    const decided = new Map(texts.decisions.map(({ decisionId, text }) => [decisionId, text]));
    const decisions = (told?.decisions ?? []).map(({ decisionId, text }) => decided.get(decisionId) || text);
    return (
      <AnswerText
        texts={{ ...texts, promises, decisions }}
        rows={rows}
        quotes={quotes}
        told={told}
        isStruck={state === 'corrected'}
        level="h2"
      />
    );
  };
  const [first] = words.languages;
  if (words.languages.length === 1 && first) return read(first);
  return (
    <Tabs
      label={intl.formatMessage({ id: 'answer.languages', defaultMessage: 'Languages' })}
      items={words.languages.map((texts) => ({
        id: texts.language,
        label: languageName(texts.language),
        content: read(texts),
      }))}
    />
  );
}

function Head({ answer }: { answer: PublicAnswer }) {
  const intl = useIntl();
  const { state, areaName, words, withdrawn, corrects, correctionReason, correctedBy } = answer;
  return (
    <header className={styles.titles}>
      <div className={styles.lineHead}>
        <h1>
          <bdi>
            {titleOf(answer) || <FormattedMessage id="answer.untitled" defaultMessage="Without a title" />}
          </bdi>
        </h1>
        <AnswerMark state={state} />
      </div>
      <p className={styles.facts}>
        <About answer={answer} />
        {areaName ? <bdi>{areaName}</bdi> : null}
        {words.meeting ? <bdi>{words.meeting}</bdi> : null}
        {words.meetingOn ? (
          <span>{intl.formatDate(words.meetingOn, { dateStyle: 'long', timeZone: 'UTC' })}</span>
        ) : null}
      </p>
      {withdrawn?.reason ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="answer.withdrawn"
              defaultMessage="Withdrawn: everybody reads this reason and none of its words"
            />
          }
        >
          <p dir="auto">{withdrawn.reason}</p>
        </Notice>
      ) : null}
      {corrects ? (
        <Notice
          title={
            <FormattedMessage id="answer.corrects" defaultMessage="This answer corrects an earlier one" />
          }
        >
          <p dir="auto">{correctionReason}</p>
          <Link to="/published/answers/$id" params={{ id: corrects }}>
            <FormattedMessage id="answer.corrects.old" defaultMessage="Read the earlier one" />
          </Link>
        </Notice>
      ) : null}
      {correctedBy ? (
        <Notice
          tone="amber"
          title={<FormattedMessage id="answer.corrected.by" defaultMessage="This answer was corrected" />}
        >
          <Link to="/published/answers/$id" params={{ id: correctedBy }}>
            <FormattedMessage id="answer.corrected.to" defaultMessage="Read what holds now" />
          </Link>
        </Notice>
      ) : null}
    </header>
  );
}

function About({ answer: { problemId, meetingId } }: { answer: PublicAnswer }) {
  if (problemId !== null)
    return (
      <Link to="/problems/$id" params={{ id: problemId }} search={{ tab: 'assessment' }}>
        <FormattedMessage id="answer.case" defaultMessage="To its problem case" />
      </Link>
    );
  return meetingId === null ? null : (
    <Link to="/meetings/$id" params={{ id: meetingId }}>
      <FormattedMessage id="answer.meeting.to" defaultMessage="To its meeting" />
    </Link>
  );
}

function Gone() {
  const intl = useIntl();
  return (
    <div className={styles.page}>
      <EmptyState
        title={intl.formatMessage({
          id: 'answer.missing',
          defaultMessage: 'There is no public answer at this address',
        })}
        action={
          <LinkButton href="/published">
            <FormattedMessage id="published.back" defaultMessage="All publications" />
          </LinkButton>
        }
      >
        <FormattedMessage id="published.gone.text" defaultMessage="Perhaps the address is not complete." />
      </EmptyState>
    </div>
  );
}
