import { FormattedMessage } from 'react-intl';
import type { AnswerCheck, PublicAnswer } from '../../../api/public-answers.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../published.module.css';
import { languageName } from './answer-headings.ts';
import own from './answers.module.css';

interface AnswerSheetProps {
  answer: PublicAnswer;
  /** What the rules make of it now. */
  check: AnswerCheck | null;
}

/** What was looked for and found: what the two keys are turned for. */
export function AnswerSheet({ answer, check }: AnswerSheetProps) {
  const isOpen = answer.released === null && answer.withdrawn === null;
  const sheet = answer.sheet ?? check;
  if (sheet === null) return null;
  return (
    <section className={styles.section} aria-labelledby="answer-sheet">
      <h2 id="answer-sheet">
        <FormattedMessage id="published.sheet" defaultMessage="Privacy sheet" />
      </h2>
      {isOpen && check ? <InTheWay check={check} /> : null}
      <dl className={styles.sheet}>
        <div>
          <dt>
            {answer.problemId === null ? (
              <FormattedMessage
                id="answer.sheet.concerns.meeting"
                defaultMessage="Concerns raised in the area since the meeting before"
              />
            ) : (
              <FormattedMessage id="answer.sheet.concerns" defaultMessage="Concerns of the case" />
            )}
          </dt>
          <dd>
            <FormattedMessage
              id="published.sheet.number"
              defaultMessage="{count, number}"
              values={{ count: sheet.concerns }}
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage
              id="answer.sheet.consenting"
              defaultMessage="Whose reporters agree that their words are published"
            />
          </dt>
          <dd>
            <FormattedMessage
              id="published.sheet.number"
              defaultMessage="{count, number}"
              values={{ count: sheet.consenting }}
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="answer.sheet.quoted" defaultMessage="Quoted" />
          </dt>
          <dd>
            <FormattedMessage
              id="published.sheet.number"
              defaultMessage="{count, number}"
              values={{ count: sheet.quoted }}
            />
          </dd>
        </div>
      </dl>
      <h3>
        <FormattedMessage id="answer.sheet.doubts" defaultMessage="Looks like a name or an address" />
      </h3>
      {sheet.doubts.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="answer.sheet.noDoubts"
            defaultMessage="Nothing was found. Only names after a title are found by themselves: read it for the others."
          />
        </p>
      ) : (
        <ul className={own.found}>
          {sheet.doubts.map(({ kind, words, language }, i) => (
            // The same words may stand in several places.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={i}>
              <bdi>{words}</bdi>{' '}
              <span className={styles.quiet}>
                <FormattedMessage
                  id="answer.sheet.doubt"
                  defaultMessage="({kind, select, name {name} other {address}}, {where})"
                  values={{
                    kind,
                    where: language ? (
                      languageName(language)
                    ) : (
                      <FormattedMessage id="answer.sheet.record" defaultMessage="from the record" />
                    ),
                  }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function InTheWay({ check: { faults, recordChanged } }: { check: AnswerCheck }) {
  return (
    <>
      {recordChanged ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="answer.sheet.changed"
              defaultMessage="The record has changed since this was written"
            />
          }
        >
          <p>
            <FormattedMessage
              id="answer.sheet.changed.do"
              defaultMessage="A promise stands elsewhere now, a count is another, or quoted words were changed. Edit and save the answer: the lists are then read anew."
            />
          </p>
        </Notice>
      ) : null}
      {faults.length > 0 ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="answer.sheet.faults"
              defaultMessage="{count, plural, one {One thing stands} other {# things stand}} in the way"
              values={{ count: faults.length }}
            />
          }
        >
          <ul className={own.found}>
            {faults.map(({ code, language, field, detail }) => (
              <li key={`${code} ${language} ${field}`}>
                {language ? <span className={styles.quiet}>{languageName(language)}: </span> : null}
                {detail}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>
          <FormattedMessage id="answer.sheet.clear" defaultMessage="Nothing stands in the way." />
        </p>
      )}
    </>
  );
}
