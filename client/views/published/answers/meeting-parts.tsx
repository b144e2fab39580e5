import type { PublishedAnswer } from '../../../api/public-answers.ts';
import { type AnswerHeadings, dayIn, headingsIn, withDays } from './answer-headings.ts';
import styles from './answers.module.css';

type Told = NonNullable<PublishedAnswer['told']>;
type Decision = Told['decisions'][number];

/** What residents raised, counted; what would point at a few is in the total alone, or not there. */
export function Raised({ heard, language }: { heard: NonNullable<Told['heard']>; language: string }) {
  const headings = headingsIn(language);
  const { after, upTo, total, categories } = heard;
  if (total === 0 || (total === null && categories.length === 0)) return null;
  const period =
    after === null
      ? withDays(headings.raisedUpTo, { day: dayIn(language, upTo) })
      : withDays(headings.raisedSince, { day: dayIn(language, after) });
  const told = categories.reduce((sum, { count }) => sum + count, 0);
  const rest = total === null || categories.length === 0 ? 0 : total - told;
  return (
    <div className={styles.raised}>
      <h3>{total === null ? period : `${period}: ${total}`}</h3>
      {categories.length > 0 ? (
        <ul className={styles.counts}>
          {categories.map(({ name, count }) => (
            <li key={name}>
              <bdi>{name}</bdi> <b>{count}</b>
            </li>
          ))}
          {rest > 0 ? (
            <li>
              {headings.other} <b>{rest}</b>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** What residents and police chose to come first. */
export const isFirst = ({ kind, result }: Decision): boolean =>
  kind === 'priority' && (result === 'agreed' || result === 'agreed_with_reservation');

interface DecidedProps {
  items: readonly { decision: Decision; text: string }[];
  language: string;
  isFirst: boolean;
}

/** Decisions in the words of the record, and what became of those that were not simply agreed. */
export function Decided({ items, language, isFirst: first }: DecidedProps) {
  const headings = headingsIn(language);
  return (
    <>
      {first ? <h3 className={styles.small}>{headings.first}</h3> : null}
      <ul className={styles.promises}>
        {items.map(({ decision, text }, i) => {
          const result = resultIn(headings, decision.result);
          return (
            // They stand in a fixed order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={i}>
              <p dir="auto">{text}</p>
              {result ? <p className={styles.promiseFacts}>{result}</p> : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function resultIn(headings: AnswerHeadings, result: Decision['result']): string {
  const words: Readonly<Record<Decision['result'], string>> = {
    agreed: '',
    agreed_with_reservation: headings.withReservation,
    not_agreed: headings.notAgreed,
    deferred: headings.deferred,
  };
  return words[result];
}
