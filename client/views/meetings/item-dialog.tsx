import { useState } from 'react';
import { useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../agenda-item-words.ts';
import {
  type AgendaItem,
  type AgendaState,
  type Meeting,
  type NewAgendaItem,
  useAddAgendaItem,
  useChangeAgendaItem,
} from '../../api/meetings.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { AGENDA_STATE_WORDS } from './agenda-words.ts';
import { type ItemLinks, ItemLinksFields } from './item-links.tsx';
import styles from './meetings.module.css';
import { useChoices } from './use-choices.ts';

interface ItemDialogProps {
  meeting: Meeting;
  /** Null: a new one. */
  item: AgendaItem | null;
  onClose: () => void;
}

const SETTLED: readonly AgendaState[] = ['open', 'done', 'deferred'];

/** One item of the agenda: what it is about, how long, and what came of it. */
export function ItemDialog({ meeting, item, onClose }: ItemDialogProps) {
  const intl = useIntl();
  const choices = useChoices();
  const add = useAddAgendaItem();
  const save = useChangeAgendaItem();
  const [draft, setDraft] = useState<Omit<NewAgendaItem, 'after'>>({
    kind: item?.kind ?? 'concerns',
    title: item?.title ?? '',
    titles: item?.titles ?? {},
    minutes: item ? item.minutes : 5,
    problemId: item?.problemId ?? null,
    commitmentId: item?.commitmentId ?? null,
    concernId: item?.concernId ?? null,
    exhibitId: item?.exhibitId ?? null,
    view: item?.view ?? null,
    notes: item?.notes ?? '',
    outcome: item?.outcome ?? '',
  });
  const [state, setState] = useState<AgendaState>(item?.state ?? 'open');
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const others = meeting.languages.slice(1);
  const submit = () => {
    if (item === null) return add.mutate({ meetingId: meeting.id, json: draft }, { onSuccess: onClose });
    const { problemId, commitmentId, concernId, exhibitId, ...rest } = draft;
    // A link that is not shown to this person is left as it is.
    const linked = changedLinks({ problemId, commitmentId, concernId, exhibitId }, item);
    const settled = state === item.state ? {} : { state };
    save.mutate({ item, change: { ...rest, ...linked, ...settled } }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={
        item
          ? intl.formatMessage({ id: 'agenda.item.change', defaultMessage: 'Change an item' })
          : intl.formatMessage({ id: 'agenda.item.new', defaultMessage: 'New item' })
      }
      isOpen
      onClose={onClose}
      onConfirm={submit}
      confirmLabel={intl.formatMessage({ id: 'meeting.save', defaultMessage: 'Save' })}
      isPending={add.isPending || save.isPending}
    >
      <div className={styles.form}>
        <ErrorNotice error={add.error ?? save.error} />
        <div className={styles.pair}>
          <Select
            label={intl.formatMessage({ id: 'agenda.kind', defaultMessage: 'Kind' })}
            choices={choices(AGENDA_ITEM_WORDS)}
            value={draft.kind}
            onChange={(kind) => set({ kind })}
          />
          <NumberField
            label={intl.formatMessage({ id: 'agenda.minutes', defaultMessage: 'Minutes' })}
            value={draft.minutes ?? Number.NaN}
            onChange={(minutes) => set({ minutes: Number.isNaN(minutes) ? null : minutes })}
            minValue={1}
            maxValue={600}
          />
        </div>
        <TextField
          label={intl.formatMessage({ id: 'agenda.title', defaultMessage: 'Title' })}
          hint={intl.formatMessage({
            id: 'agenda.title.hint',
            defaultMessage: 'Left empty, it is called as its kind',
          })}
          value={draft.title ?? ''}
          onChange={(title) => set({ title })}
          maxLength={300}
        />
        {others.map((tag) => (
          <TextField
            key={tag}
            lang={tag}
            label={intl.formatMessage(
              { id: 'agenda.title.in', defaultMessage: 'Title in {language}' },
              { language: intl.formatDisplayName(tag, { type: 'language', fallback: 'code' }) },
            )}
            value={draft.titles?.[tag] ?? ''}
            onChange={(text) => set({ titles: { ...draft.titles, [tag]: text } })}
            maxLength={300}
          />
        ))}
        <ItemLinksFields meeting={meeting} value={draft} onChange={set} />
        <TextArea
          label={intl.formatMessage({ id: 'agenda.notes', defaultMessage: 'Notes for the presenter' })}
          value={draft.notes ?? ''}
          onChange={(notes) => set({ notes })}
          rows={2}
          maxLength={4000}
        />
        {item ? (
          <>
            <TextArea
              label={intl.formatMessage({ id: 'agenda.outcome', defaultMessage: 'What came of it' })}
              value={draft.outcome ?? ''}
              onChange={(outcome) => set({ outcome })}
              rows={2}
              maxLength={4000}
            />
            <Select
              label={intl.formatMessage({ id: 'agenda.state', defaultMessage: 'State' })}
              choices={choices(AGENDA_STATE_WORDS).filter(({ id }) => SETTLED.includes(id))}
              value={state}
              onChange={setState}
            />
          </>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}

const LINKS = ['problemId', 'commitmentId', 'concernId', 'exhibitId'] as const;

function changedLinks(links: ItemLinks, item: AgendaItem): ItemLinks {
  return Object.fromEntries(
    LINKS.filter((link) => links[link] !== item[link]).map((link) => [link, links[link]]),
  );
}
