import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type Concern,
  type DeclineReason,
  type Pathway,
  type Step,
  type TriageStep,
  useConcerns,
  useTriage,
} from '../../api/concerns.ts';
import { useProblems } from '../../api/problems.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SearchSelect } from '../../ui/search-select.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { choicesOf, DECLINE_WORDS, PATHWAY_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';
import { DO_WORDS } from './step-words.ts';

interface Draft {
  words: string;
  to: string;
  problemId: string | null;
  into: string | null;
  reason: DeclineReason | null;
  pathway: Pathway | null;
}

const EMPTY: Draft = { words: '', to: '', problemId: null, into: null, reason: null, pathway: null };

/** What can be done with a concern now, each with what it needs. */
export function TriagePanel({ concern }: { concern: Concern }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step | null>(null);
  const [draft, setDraft] = useState(EMPTY);
  const triage = useTriage();
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const wanted = step && stepOf(step, draft);
  const take = () => {
    if (!wanted) return;
    triage.mutate(
      { concern, step: wanted },
      { onSuccess: (after) => (after === null ? void navigate({ to: '/concerns' }) : undefined) },
    );
  };
  return (
    <section className={styles.block} aria-labelledby="concern-triage">
      <h2 id="concern-triage">
        <FormattedMessage id="concern.triage" defaultMessage="What to do with it" />
      </h2>
      <Select
        label={intl.formatMessage({ id: 'concern.triage.step', defaultMessage: 'Next step' })}
        placeholder={intl.formatMessage({ id: 'concern.triage.choose', defaultMessage: 'Choose' })}
        choices={choicesOf(intl, DO_WORDS).filter(({ id }) => concern.steps.includes(id))}
        value={step}
        onChange={setStep}
      />
      {step ? <StepFields step={step} draft={draft} set={set} concern={concern} /> : null}
      <ErrorNotice error={triage.error} />
      {step ? (
        <div>
          <Button
            kind={step === 'protect' ? 'danger' : 'primary'}
            onPress={take}
            isDisabled={wanted === null}
            isPending={triage.isPending}
          >
            {intl.formatMessage(DO_WORDS[step])}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface StepFieldsProps {
  step: Step;
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  concern: Concern;
}

function StepFields({ step, draft, set, concern }: StepFieldsProps) {
  const intl = useIntl();
  const words = (label: string, rows = 2) => (
    <TextArea
      label={label}
      value={draft.words}
      onChange={(text) => set({ words: text })}
      rows={rows}
      maxLength={2000}
    />
  );
  const why = intl.formatMessage({ id: 'concern.triage.why', defaultMessage: 'Why' });
  switch (step) {
    case 'answer':
      return words(
        intl.formatMessage({ id: 'concern.triage.answer', defaultMessage: 'What the person was told' }),
        4,
      );
    case 'attach':
      return <ChooseCase value={draft.problemId} onChange={(problemId) => set({ problemId })} />;
    case 'merge':
      return (
        <>
          <ChooseConcern but={concern.id} value={draft.into} onChange={(into) => set({ into })} />
          {words(why)}
        </>
      );
    case 'refer':
      return (
        <>
          <TextField
            label={intl.formatMessage({
              id: 'concern.triage.to',
              defaultMessage: 'To whom: an office, not a person',
            })}
            value={draft.to}
            onChange={(to) => set({ to })}
            maxLength={200}
          />
          {words(why)}
        </>
      );
    case 'decline':
      return (
        <>
          <RadioGroup
            label={intl.formatMessage({ id: 'concern.triage.reason', defaultMessage: 'Reason' })}
            choices={choicesOf(intl, DECLINE_WORDS)}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
          />
          {words(
            intl.formatMessage({ id: 'concern.triage.told', defaultMessage: 'In words, for the person' }),
          )}
        </>
      );
    case 'protect':
      return (
        <>
          <p className={styles.quiet}>
            <FormattedMessage
              id="concern.triage.protect"
              defaultMessage="Words, place and contact are deleted for good, with what was merged into it. The day, where the person is taken and a count stay."
            />
          </p>
          <RadioGroup
            label={intl.formatMessage({
              id: 'concern.pathway',
              defaultMessage: 'Where is the person taken?',
            })}
            choices={choicesOf(intl, PATHWAY_WORDS)}
            value={draft.pathway}
            onChange={(pathway) => set({ pathway })}
          />
        </>
      );
    default:
      return words(why);
  }
}

interface ChooseProps {
  value: string | null;
  onChange: (id: string | null) => void;
}

function ChooseCase({ value, onChange }: ChooseProps) {
  const intl = useIntl();
  const { data: problems } = useProblems();
  const choices = (problems ?? []).map(({ id, ref, title }) => ({ id, label: `${ref} ${title}` }));
  return (
    <SearchSelect
      key={choices.length}
      label={intl.formatMessage({ id: 'concern.case', defaultMessage: 'Problem case' })}
      placeholder={intl.formatMessage({
        id: 'concern.case.search',
        defaultMessage: 'Type a part of its title',
      })}
      none={intl.formatMessage({ id: 'concern.case.none', defaultMessage: 'No case of this title' })}
      openLabel={intl.formatMessage({ id: 'concern.case.open', defaultMessage: 'Show all cases' })}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
}

function ChooseConcern({ but, value, onChange }: ChooseProps & { but: string }) {
  const intl = useIntl();
  const { data } = useConcerns({});
  const choices = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ id, state, summary }) => id !== but && state !== 'merged' && summary !== '')
    .map(({ id, summary, receivedOn }) => ({ id, label: summary, hint: receivedOn }));
  return (
    <SearchSelect
      key={choices.length}
      label={intl.formatMessage({ id: 'concern.other', defaultMessage: 'The other concern' })}
      placeholder={intl.formatMessage({
        id: 'concern.other.search',
        defaultMessage: 'Type some of its words',
      })}
      none={intl.formatMessage({ id: 'concern.other.none', defaultMessage: 'No concern with these words' })}
      openLabel={intl.formatMessage({ id: 'concern.other.open', defaultMessage: 'Show all concerns' })}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
}

/** The step as the server takes it, or null while something is missing. */
function stepOf(step: Step, draft: Draft): TriageStep | null {
  const { problemId, into, reason, pathway } = draft;
  const [note, to] = [draft.words.trim(), draft.to.trim()];
  switch (step) {
    case 'answer':
      return note === '' ? null : { step, answer: note };
    case 'attach':
      return problemId === null ? null : { step, problemId };
    case 'merge':
      return into === null || note === '' ? null : { step, into, note };
    case 'refer':
      return to === '' || note === '' ? null : { step, to, note };
    case 'decline':
      return reason === null || note === '' ? null : { step, reason, note };
    case 'protect':
      return pathway === null ? null : { step, pathway };
    default:
      return note === '' ? null : { step, note };
  }
}
