import { Fragment, type ReactNode } from 'react';
import type { PublishedAnswer } from '../../../api/public-answers.ts';
import { type AnswerHeadings, dayIn, directionOf, headingsIn, withDays } from './answer-headings.ts';
import styles from './answers.module.css';
import { Decided, isFirst, Raised } from './meeting-parts.tsx';

type Row = PublishedAnswer['rows'][number];

export interface AnswerTextProps {
  texts: PublishedAnswer['languages'][number];
  rows: readonly Row[];
  quotes: readonly string[];
  /** What the record of a meeting says beside the promises. */
  told: PublishedAnswer['told'];
  /** Set through, because another took its place. */
  isStruck?: boolean;
  /** Below the title: where, which meeting, since when. */
  facts?: ReactNode;
  figures?: ReactNode;
  level: 'h1' | 'h2';
}

/** An answer in one of its languages, as it is read on the board and on paper. */
export function AnswerText(props: AnswerTextProps) {
  const { texts, rows, quotes, told, isStruck, facts, figures, level: Title } = props;
  const { language } = texts;
  const headings = headingsIn(language);
  /** Null without any: then the part has nothing in it. */
  const promises = (name: Row['list']) => {
    const items = rows.flatMap((row, i) =>
      row.list === name ? [{ row, text: texts.promises[i] ?? row.text }] : [],
    );
    return items.length > 0 ? <Promises language={language} headings={headings} items={items} /> : null;
  };
  return (
    <article
      className={styles.answer}
      lang={language}
      dir={directionOf(language)}
      data-struck={isStruck ? '' : undefined}
    >
      <Title className={styles.answerTitle}>{texts.title}</Title>
      {facts}
      <Part title={headings.youSaid} text={texts.youSaid}>
        {told?.heard ? <Raised heard={told.heard} language={language} /> : null}
        {decided(told, texts, true)}
        {quotes.length > 0 ? (
          <figure className={styles.quotes}>
            <figcaption>{headings.quotes}</figcaption>
            {quotes.map((quote) => (
              <blockquote key={quote} dir="auto">
                {quote}
              </blockquote>
            ))}
          </figure>
        ) : null}
      </Part>
      <Part title={headings.weDid} text={texts.weDid}>
        {promises('done')}
      </Part>
      <Part title={headings.decided} text="">
        {decided(told, texts, false)}
      </Part>
      <Part title={headings.result} text={texts.result}>
        {figures ? (
          <p className={styles.figures}>
            {headings.figures}: {figures}
          </p>
        ) : null}
      </Part>
      <Part title={headings.notYet} text={texts.notYet}>
        {promises('not_yet')}
      </Part>
      <Part title={headings.whyNot} text={texts.whyNot}>
        {promises('why_not')}
      </Part>
      {told?.next ? (
        <Part
          title={headings.next}
          text={withDays(headings.nextAt, { day: dayIn(language, told.next.on), time: told.next.at })}
        >
          {told.next.place ? <p dir="auto">{told.next.place}</p> : null}
        </Part>
      ) : null}
      <Part title={headings.thanks} text={texts.thanks} />
    </article>
  );
}

/** Null without any: then the part has nothing in it. */
function decided(
  told: AnswerTextProps['told'],
  { language, decisions }: AnswerTextProps['texts'],
  first: boolean,
) {
  const items = (told?.decisions ?? []).flatMap((decision, i) =>
    isFirst(decision) === first ? [{ decision, text: decisions[i] ?? decision.text }] : [],
  );
  return items.length > 0 ? <Decided items={items} language={language} isFirst={first} /> : null;
}

/** Left out when there is nothing in it. */
function Part({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const isEmpty = text === '' && !children;
  if (isEmpty) return null;
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {text ? <p className={styles.partText}>{text}</p> : null}
      {children}
    </section>
  );
}

interface PromisesProps {
  language: string;
  headings: AnswerHeadings;
  items: readonly { row: Row; text: string }[];
}

/** As they stand in the record. */
function Promises({ language, headings, items }: PromisesProps) {
  return (
    <ul className={styles.promises}>
      {items.map(({ row, text }, i) => (
        // Rows stand in a fixed order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={i}>
          <p dir="auto">{text}</p>
          <p className={styles.promiseFacts}>
            {factsOf(row, language, headings).map((fact, k) => (
              <Fragment key={fact}>
                {k > 0 ? ' · ' : null}
                <bdi>{fact}</bdi>
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

function factsOf(
  { organisation, list, verifiedOn, dueOn, firstDueOn, reason }: Row,
  language: string,
  headings: AnswerHeadings,
): string[] {
  const facts = [organisation];
  const day = (at: string) => dayIn(language, at);
  if (list === 'done' && verifiedOn) facts.push(withDays(headings.verified, { day: day(verifiedOn) }));
  if (list === 'not_yet' && dueOn)
    facts.push(
      firstDueOn !== null && firstDueOn !== dueOn
        ? withDays(headings.newDay, { first: day(firstDueOn), day: day(dueOn) })
        : withDays(headings.due, { day: day(dueOn) }),
    );
  if (reason) facts.push(reason);
  return facts;
}
