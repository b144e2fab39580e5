import { useIntl } from 'react-intl';
import type { NewCommitment } from '../../../api/commitments.ts';
import type { Problem } from '../../../api/records.ts';
import { DOSE_WORDS, KIND_WORDS, VISIBILITY_WORDS } from '../../../commitment-words.ts';
import { MeetingField } from '../../../meeting-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import { PlaceField } from '../place-field.tsx';
import styles from '../problems.module.css';

/** What of a commitment is written in a form. */
export type CommitmentDraft = Pick<
  NewCommitment,
  | 'text'
  | 'kind'
  | 'ownerRole'
  | 'evidenceOfDone'
  | 'dueOn'
  | 'dose'
  | 'geometry'
  | 'visibility'
  | 'meetingId'
  | 'meetingOn'
>;

interface FieldsProps {
  draft: CommitmentDraft;
  set: (change: Partial<CommitmentDraft>) => void;
}

export function WhatField({ draft, set }: FieldsProps) {
  const intl = useIntl();
  return (
    <TextArea
      label={intl.formatMessage({ id: 'propose.text', defaultMessage: 'What is promised' })}
      value={draft.text}
      onChange={(text) => set({ text })}
      rows={2}
      maxLength={2000}
      isRequired
    />
  );
}

/** What is beside the terms: nobody promised it. */
export function BesideFields({ draft, set }: FieldsProps) {
  const intl = useIntl();
  const choices = useChoices();
  return (
    <div className={styles.dates}>
      <TextField
        label={intl.formatMessage({ id: 'propose.role', defaultMessage: 'Who there (role)' })}
        value={draft.ownerRole ?? ''}
        onChange={(ownerRole) => set({ ownerRole })}
        maxLength={200}
      />
      <Select
        label={intl.formatMessage({ id: 'propose.kind', defaultMessage: 'Kind' })}
        choices={choices(KIND_WORDS)}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={intl.formatMessage({ id: 'propose.visibility', defaultMessage: 'Who sees it' })}
        choices={choices(VISIBILITY_WORDS)}
        value={draft.visibility ?? 'committee'}
        onChange={(visibility) => set({ visibility })}
      />
    </div>
  );
}

/** Where it was promised: at a meeting that is written down here, at another one, or at none. */
export function MadeAtField({ draft, set, problemId }: FieldsProps & { problemId: string | null }) {
  const intl = useIntl();
  return (
    <MeetingField
      label={intl.formatMessage({ id: 'propose.meeting', defaultMessage: 'Promised at' })}
      problemId={problemId}
      meetingId={draft.meetingId ?? null}
      onChange={(chosen) => set({ meetingId: chosen?.id ?? null, meetingOn: chosen?.day ?? null })}
    >
      <TextField
        label={intl.formatMessage({ id: 'tally.held', defaultMessage: 'Day of the meeting' })}
        hint={intl.formatMessage({
          id: 'propose.meeting.none',
          defaultMessage: 'Leave it empty when it was promised at none.',
        })}
        type="date"
        value={draft.meetingOn ?? ''}
        onChange={(day) => set({ meetingOn: day || null })}
      />
    </MeetingField>
  );
}

/** What is agreed on besides the text: by when, seen how, how much, and where, for which a case is needed. */
export function TermFields({ draft, set, problem }: FieldsProps & { problem?: Problem | undefined }) {
  const intl = useIntl();
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'need.due', defaultMessage: 'To be done by' })}
        type="date"
        value={draft.dueOn ?? ''}
        onChange={(dueOn) => set({ dueOn: dueOn || null })}
      />
      <TextArea
        label={intl.formatMessage({
          id: 'need.evidence-of-done',
          defaultMessage: 'How everybody will see that it is done',
        })}
        value={draft.evidenceOfDone ?? ''}
        onChange={(evidenceOfDone) => set({ evidenceOfDone })}
        rows={2}
        maxLength={1000}
      />
      <Dose draft={draft} set={set} />
      {problem ? (
        <PlaceField
          problem={problem}
          label={intl.formatMessage({ id: 'propose.where', defaultMessage: 'Where' })}
          value={draft.geometry ?? null}
          onChange={(geometry) => set({ geometry })}
        />
      ) : null}
    </>
  );
}

function Dose({ draft, set }: FieldsProps) {
  const intl = useIntl();
  const choices = useChoices();
  const none = intl.formatMessage({ id: 'propose.dose.none', defaultMessage: 'Nothing to count' });
  return (
    <div className={styles.dates}>
      <Select
        label={intl.formatMessage({ id: 'propose.unit', defaultMessage: 'Dose is counted in' })}
        choices={[{ id: 'none' as const, label: none }, ...choices(DOSE_WORDS)]}
        value={draft.dose?.unit ?? 'none'}
        onChange={(unit) =>
          set({ dose: unit === 'none' ? null : { unit, planned: draft.dose?.planned ?? 1 } })
        }
      />
      {draft.dose ? (
        <NumberField
          label={intl.formatMessage({ id: 'propose.planned', defaultMessage: 'Planned in all' })}
          value={draft.dose.planned}
          onChange={(planned) =>
            draft.dose && set({ dose: { ...draft.dose, planned: planned > 0 ? planned : 1 } })
          }
          minValue={0.5}
        />
      ) : null}
    </div>
  );
}
