import { Check, Minus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { fieldText, valueText } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { CheersFields } from './cheers-fields.tsx';
import { cheersResult, LETTERS, openLetters } from './cheers-result.ts';
import { CHEERS_QUESTIONS, CHEERS_WORDS, type CheersLetter } from './cheers-words.ts';

type Cheers = PartBodies['cheers'];

const EMPTY: Cheers = {
  groups: [],
  community: '',
  harms: [],
  harm: '',
  expectation: '',
  evidence: [],
  events: [],
  count: null,
  months: null,
  recurrence: null,
  similarity: [],
  alike: '',
  no: [],
  instead: '',
};

/** Which fields answer which question. */
const FIELDS_OF: Record<CheersLetter, (keyof Cheers)[]> = {
  community: ['groups', 'community'],
  harm: ['harms', 'harm'],
  expectation: ['expectation', 'evidence'],
  events: ['events'],
  recurring: ['count', 'months', 'recurrence'],
  similarity: ['similarity', 'alike'],
};

/** The six questions of CHEERS: only what passes all six is a problem in the sense of this work. */
export function CheersSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="cheers"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="cheers.hint"
          defaultMessage="Six questions. What passes all six is a problem for this work; what does not is handled in another way."
        />
      }
      mark={(cheers) => <ResultMark cheers={cheers} />}
      read={(cheers) => <CheersAnswers cheers={cheers} />}
      form={(cheers, set) => (
        <>
          {LETTERS.map((letter) => (
            <Question key={letter} letter={letter} cheers={cheers} set={set}>
              <CheersFields letter={letter} cheers={cheers} set={set} />
            </Question>
          ))}
          {cheers.no.length > 0 ? <Instead cheers={cheers} set={set} /> : null}
        </>
      )}
    />
  );
}

interface QuestionProps {
  letter: CheersLetter;
  cheers: Cheers;
  set: (change: Partial<Cheers>) => void;
  children: ReactNode;
}

function Question({ letter, cheers, set, children }: QuestionProps) {
  const intl = useIntl();
  const isNo = cheers.no.includes(letter);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{intl.formatMessage(CHEERS_QUESTIONS[letter])}</legend>
      {isNo ? null : children}
      <Checkbox
        isSelected={isNo}
        onChange={(on) =>
          set({ no: on ? [...cheers.no, letter] : cheers.no.filter((other) => other !== letter) })
        }
      >
        {intl.formatMessage(NO_WORDS[letter])}
      </Checkbox>
    </fieldset>
  );
}

const NO_WORDS: Record<CheersLetter, MessageDescriptor> = defineMessages({
  community: { id: 'cheers.no.community', defaultMessage: 'No: nobody in the community is affected' },
  harm: { id: 'cheers.no.harm', defaultMessage: 'No: it does no harm' },
  expectation: { id: 'cheers.no.expectation', defaultMessage: 'No: nobody expects anything of us' },
  events: { id: 'cheers.no.events', defaultMessage: 'No: these are no events, but a state of things' },
  recurring: { id: 'cheers.no.recurring', defaultMessage: 'No: it happened once' },
  similarity: { id: 'cheers.no.similarity', defaultMessage: 'No: the events have nothing in common' },
});

function Instead({ cheers, set }: Pick<QuestionProps, 'cheers' | 'set'>) {
  const intl = useIntl();
  return (
    <>
      <Notice
        tone="amber"
        title={
          <FormattedMessage
            id="cheers.not-a-problem"
            defaultMessage="A question answered with no: this is not a problem in the sense of this work."
          />
        }
      />
      <TextArea
        label={intl.formatMessage(CHEERS_WORDS.fields.instead)}
        value={cheers.instead}
        onChange={(instead) => set({ instead })}
        rows={2}
        maxLength={10_000}
      />
    </>
  );
}

function ResultMark({ cheers }: { cheers: Cheers }) {
  const result = cheersResult(cheers);
  if (result === 'pass')
    return (
      <Badge tone="teal">
        <FormattedMessage id="cheers.pass" defaultMessage="Six of six" />
      </Badge>
    );
  return (
    <Badge tone="amber">
      {result === 'not_yet' ? (
        <FormattedMessage
          id="cheers.not-yet"
          defaultMessage="{answered} of six answered"
          values={{ answered: LETTERS.length - openLetters(cheers).length }}
        />
      ) : (
        <FormattedMessage id="cheers.not" defaultMessage="Not a problem" />
      )}
    </Badge>
  );
}

function CheersAnswers({ cheers }: { cheers: Cheers }) {
  const intl = useIntl();
  const open = openLetters(cheers);
  return (
    <dl className={styles.answers}>
      {LETTERS.map((letter) => (
        <div key={letter}>
          <dt className={styles.withMark}>
            <LetterMark state={cheers.no.includes(letter) ? 'no' : open.includes(letter) ? 'open' : 'yes'} />
            {intl.formatMessage(CHEERS_QUESTIONS[letter])}
          </dt>
          <dd>
            {cheers.no.includes(letter) ? intl.formatMessage(NO_WORDS[letter]) : null}
            {FIELDS_OF[letter].map((field) => {
              const text = valueText(intl, cheers[field], CHEERS_WORDS);
              return text === '–' || cheers.no.includes(letter) ? null : (
                <p key={field}>
                  <span className={styles.quiet}>{fieldText(intl, field, CHEERS_WORDS)}:</span> {text}
                </p>
              );
            })}
          </dd>
        </div>
      ))}
      {cheers.instead ? (
        <div>
          <dt>{intl.formatMessage(CHEERS_WORDS.fields.instead)}</dt>
          <dd>{cheers.instead}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function LetterMark({ state }: { state: 'yes' | 'no' | 'open' }) {
  const intl = useIntl();
  const Icon = { yes: Check, no: X, open: Minus }[state];
  return (
    <Icon
      size={18}
      role="img"
      aria-label={intl.formatMessage(
        {
          id: 'cheers.letter-state',
          defaultMessage: '{state, select, yes {Answered} no {Answered with no} other {Open}}',
        },
        { state },
      )}
    />
  );
}
