import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommitments } from '../../../api/commitments.ts';
import { type Ballot, type NewBallot, useMakeBallot } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { KIND_HINTS, KIND_WORDS } from './phone-words.ts';
import styles from './phones.module.css';

// The keys of the record are the kinds; Object.keys forgets it.
const KINDS = Object.keys(KIND_WORDS) as Ballot['kind'][];

interface BallotFormProps {
  readonly meetingId: string;
  /** The first is the one the question is written in. */
  readonly languages: readonly string[];
  readonly onClose: () => void;
}

/** A question and what is chosen from, in the languages of the meeting; each option on a line of its own. */
export function BallotForm({ meetingId, languages, onClose }: BallotFormProps) {
  const intl = useIntl();
  const make = useMakeBallot(meetingId);
  const [kind, setKind] = useState<Ballot['kind']>('dots');
  const [texts, setTexts] = useState<Readonly<Record<string, { question: string; options: string }>>>({});
  const [dotsEach, setDotsEach] = useState(3);
  const [commitmentId, setCommitmentId] = useState<string | null>(null);
  const commitments = useCommitments().data?.items.filter(({ state }) => state === 'delivered') ?? [];
  const [main = 'en', ...others] = languages;
  const hasOptions = kind !== 'yes_no' && kind !== 'verify';
  const written = (language: string) => texts[language] ?? { question: '', options: '' };
  const write = (language: string, change: Partial<{ question: string; options: string }>) =>
    setTexts({ ...texts, [language]: { ...written(language), ...change } });

  const send = () =>
    make.mutate(inputOf({ kind, main, others, written, hasOptions, dotsEach, commitmentId }), {
      onSuccess: onClose,
    });

  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'ballot.new', defaultMessage: 'Prepare a vote' })}
      isOpen
      onClose={onClose}
      onConfirm={send}
      confirmLabel={intl.formatMessage({ id: 'ballot.keep', defaultMessage: 'Keep it for later' })}
      isPending={make.isPending}
      isConfirmDisabled={written(main).question.trim() === '' || (kind === 'verify' && commitmentId === null)}
    >
      <ErrorNotice error={make.error} />
      <Select
        label={intl.formatMessage({ id: 'ballot.kind', defaultMessage: 'How is it asked?' })}
        value={kind}
        onChange={setKind}
        choices={KINDS.map((id) => ({
          id,
          label: intl.formatMessage(KIND_WORDS[id]),
          hint: intl.formatMessage(KIND_HINTS[id]),
        }))}
      />
      {kind === 'verify' && commitments.length === 0 && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="ballot.noPromise"
            defaultMessage="No commitment is said to be delivered just now, so there is none to be judged."
          />
        </p>
      )}
      {kind === 'verify' && commitments.length > 0 && (
        <Select
          label={intl.formatMessage({ id: 'ballot.promise', defaultMessage: 'Which promise?' })}
          value={commitmentId}
          onChange={setCommitmentId}
          choices={commitments.map(({ id, text, organisation }) => ({
            id,
            label: text,
            hint: organisation.name,
          }))}
        />
      )}
      {[main, ...others].map((language) => (
        <fieldset key={language} className={styles.choices} dir="auto">
          <legend>{nameOf(language, intl.locale)}</legend>
          <TextField
            label={intl.formatMessage({ id: 'ballot.question', defaultMessage: 'Question' })}
            value={written(language).question}
            onChange={(question) => write(language, { question })}
            maxLength={300}
          />
          {hasOptions && (
            <label className={styles.lines}>
              <FormattedMessage id="ballot.options" defaultMessage="What is chosen from, one a line" />
              <textarea
                rows={4}
                dir="auto"
                value={written(language).options}
                onChange={(event) => write(language, { options: event.target.value })}
              />
            </label>
          )}
        </fieldset>
      ))}
      {kind === 'dots' && (
        <NumberField
          label={intl.formatMessage({ id: 'ballot.dotsEach', defaultMessage: 'Dots for everybody' })}
          value={dotsEach}
          onChange={(dots) => setDotsEach(Number.isFinite(dots) ? dots : 1)}
          minValue={1}
          maxValue={10}
        />
      )}
    </ConfirmDialog>
  );
}

interface Written {
  kind: Ballot['kind'];
  main: string;
  others: readonly string[];
  written: (language: string) => { question: string; options: string };
  hasOptions: boolean;
  dotsEach: number;
  commitmentId: string | null;
}

function inputOf({ kind, main, others, written, hasOptions, dotsEach, commitmentId }: Written): NewBallot {
  const lines = (language: string) =>
    written(language)
      .options.split('\n')
      .map((line) => line.trim());
  const inOthers = (textOf: (language: string) => string) =>
    Object.fromEntries(
      others.flatMap((language) => (textOf(language) ? [[language, textOf(language)]] : [])),
    );
  const options = lines(main).flatMap((text, i) =>
    text === '' ? [] : [{ id: `o${i + 1}`, text, texts: inOthers((language) => lines(language)[i] ?? '') }],
  );
  return {
    kind,
    question: written(main).question.trim(),
    questions: inOthers((language) => written(language).question.trim()),
    options: hasOptions ? options : [],
    dotsEach,
    commitmentId: kind === 'verify' ? commitmentId : null,
  };
}

function nameOf(language: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}
