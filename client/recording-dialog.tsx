import { useState } from 'react';
import { FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useAreas } from './api/areas.ts';
import { useCategories } from './api/categories.ts';
import {
  type RecordingChange,
  type RecordingChangeFields,
  useAddRecordingChange,
  useCorrectRecordingChange,
} from './api/recording-changes.ts';
import { ErrorNotice } from './error-notice.tsx';
import { RECORDING_EFFECT_WORDS, RECORDING_KIND_WORDS } from './recording-words.ts';
import { ConfirmDialog } from './ui/dialog.tsx';
import { SearchSelect } from './ui/search-select.tsx';
import { Select } from './ui/select.tsx';
import { TextArea, TextField } from './ui/text-field.tsx';

interface Props {
  /** Null: a new one. */
  change: RecordingChange | null;
  today: string;
  onClose: () => void;
}

/** No area, no category: everything. Ids begin at 1. */
const ALL = 0;

export function RecordingDialog({ change, today, onClose }: Props) {
  const intl = useIntl();
  const { data: areas = [] } = useAreas();
  const { data: categories = [] } = useCategories();
  const add = useAddRecordingChange();
  const correct = useCorrectRecordingChange();
  const [fields, setFields] = useState<RecordingChangeFields>(change ? fieldsOf(change) : beginning(today));
  const set = (part: Partial<RecordingChangeFields>) => setFields((before) => ({ ...before, ...part }));
  const save = () =>
    change
      ? correct.mutate({ change, json: fields }, { onSuccess: onClose })
      : add.mutate(fields, { onSuccess: onClose });
  const named = (all: string, items: readonly { id: number; name: string }[]) => [
    { id: ALL, label: all },
    ...items.map(({ id, name }) => ({ id, label: name })),
  ];
  const codes = <Id extends string>(words: Record<Id, MessageDescriptor>) => {
    const described: Readonly<Record<string, MessageDescriptor>> = words;
    // The keys of such a record are its codes; Object.keys forgets it.
    return (Object.keys(words) as Id[]).map((id) => ({ id, label: intl.formatMessage(described[id]) }));
  };
  return (
    <ConfirmDialog
      title={
        change
          ? intl.formatMessage({
              id: 'recording.correct.title',
              defaultMessage: 'Correct a change of recording',
            })
          : intl.formatMessage({ id: 'recording.add', defaultMessage: 'Add a change of recording' })
      }
      isOpen
      onClose={onClose}
      onConfirm={save}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={add.isPending || correct.isPending}
      isConfirmDisabled={fields.fromDay === ''}
    >
      <ErrorNotice error={add.error ?? correct.error} />
      {change ? (
        <p>
          <FormattedMessage
            id="totals.correct.text"
            defaultMessage="What stands here now stays in the history."
          />
        </p>
      ) : null}
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'recording.day', defaultMessage: 'First day of the new way' })}
        value={fields.fromDay}
        onChange={(fromDay) => set({ fromDay })}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'recording.until', defaultMessage: 'Last day, if it ended' })}
        hint={intl.formatMessage({
          id: 'recording.until.hint',
          defaultMessage: 'For an outage or a campaign; empty if it goes on.',
        })}
        value={fields.untilDay ?? ''}
        onChange={(day) => set({ untilDay: day || null })}
      />
      <Select
        label={intl.formatMessage({ id: 'recording.kind', defaultMessage: 'What changed' })}
        choices={codes(RECORDING_KIND_WORDS)}
        value={fields.kind}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={intl.formatMessage({ id: 'recording.effect', defaultMessage: 'What it does to the numbers' })}
        choices={codes(RECORDING_EFFECT_WORDS)}
        value={fields.effect}
        onChange={(effect) => set({ effect })}
      />
      <SearchSelect
        key={`area ${areas.length}`}
        label={intl.formatMessage({ id: 'totals.area', defaultMessage: 'Area' })}
        placeholder={intl.formatMessage({
          id: 'totals.area.search',
          defaultMessage: 'Type a part of its name',
        })}
        none={intl.formatMessage({ id: 'totals.area.none', defaultMessage: 'No area of this name' })}
        openLabel={intl.formatMessage({ id: 'totals.area.open', defaultMessage: 'Show all areas' })}
        choices={named(
          intl.formatMessage({ id: 'recording.everywhere', defaultMessage: 'Everywhere' }),
          areas,
        )}
        value={fields.areaId ?? ALL}
        onChange={(id) => set({ areaId: id || null })}
      />
      <SearchSelect
        key={`category ${categories.length}`}
        label={intl.formatMessage({ id: 'totals.category', defaultMessage: 'Category' })}
        placeholder={intl.formatMessage({
          id: 'totals.area.search',
          defaultMessage: 'Type a part of its name',
        })}
        none={intl.formatMessage({
          id: 'recording.category.none',
          defaultMessage: 'No category of this name',
        })}
        openLabel={intl.formatMessage({
          id: 'recording.category.open',
          defaultMessage: 'Show all categories',
        })}
        choices={named(
          intl.formatMessage({ id: 'recording.everything', defaultMessage: 'All kinds of incidents' }),
          categories,
        )}
        value={fields.categoryId ?? ALL}
        onChange={(id) => set({ categoryId: id || null })}
      />
      <TextArea
        label={intl.formatMessage({ id: 'recording.note', defaultMessage: 'What is known of it' })}
        hint={intl.formatMessage({
          id: 'recording.note.hint',
          defaultMessage: 'Such as what was counted before and is not any more.',
        })}
        value={fields.note}
        onChange={(note) => set({ note })}
        rows={3}
        maxLength={2000}
      />
    </ConfirmDialog>
  );
}

function fieldsOf({ fromDay, untilDay, areaId, categoryId, kind, effect, note }: RecordingChange) {
  return { fromDay, untilDay, areaId, categoryId, kind, effect, note };
}

function beginning(today: string): RecordingChangeFields {
  const everything = { areaId: null, categoryId: null };
  return { fromDay: today, untilDay: null, ...everything, kind: 'new_form', effect: 'unknown', note: '' };
}
